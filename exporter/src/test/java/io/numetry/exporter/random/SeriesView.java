package io.numetry.exporter.random;

import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One series as one exporter sees it. */
final class SeriesView {
  final SeriesModel series;
  private final Function<InstrumentKind, Temporality> temporality;

  /** By instrument and combination. */
  final List<List<PointModel>> points = new ArrayList<>();

  Stage stage = Stage.LIVE;

  /** Start of its cumulative points; 0 before the first was sent. */
  long start;

  /** Where the series is in its life. */
  enum Stage {
    LIVE,
    /** The next export says that it has ended. */
    STALE,
    /** The next export says that those of its values have ended that tell of a moment. */
    RETIRED,
    /** It is not sent. */
    ENDED
  }

  SeriesView(SeriesModel series, Function<InstrumentKind, Temporality> temporality) {
    this.series = series;
    this.temporality = temporality;
    for (InstrumentSpec instrument : series.set.spec().instruments()) {
      List<PointModel> combinations = new ArrayList<>();
      for (int i = 0; i < instrument.combinations(); i++) {
        combinations.add(model(instrument));
      }
      points.add(combinations);
    }
  }

  boolean isDelta(int instrument) {
    return temporality.apply(kind(instrument)) == Temporality.DELTA;
  }

  /** True if a point that is there is sent without a value. */
  boolean isStale(int instrument) {
    return stage == Stage.STALE || (stage == Stage.RETIRED && isMomentary(instrument));
  }

  /** All was exported. */
  void startAnew() {
    for (int i = 0; i < points.size(); i++) {
      if (isDelta(i)) {
        for (PointModel point : points.get(i)) {
          point.clear();
          point.setPresent(false);
        }
      }
    }
  }

  /** The last values were exported; false if that was all that there is to tell. */
  boolean markStale(boolean retired) {
    boolean tells = false;
    for (int i = 0; i < points.size(); i++) {
      boolean ends = !retired || isMomentary(i);
      boolean shown = !isDelta(i) || !kind(i).hasTemporality();
      tells |= ends && shown && points.get(i).stream().anyMatch(PointModel::isPresent);
    }
    stage = retired ? Stage.RETIRED : Stage.STALE;
    if (!tells) {
      markEnded();
    }
    return tells;
  }

  /** The end was exported. */
  void markEnded() {
    boolean retired = stage == Stage.RETIRED;
    for (int i = 0; i < points.size(); i++) {
      for (PointModel point : points.get(i)) {
        if (!retired) {
          point.setPresent(false);
        } else if (isMomentary(i)) {
          point.clear();
          point.setPresent(false);
        }
      }
    }
    stage = retired ? Stage.LIVE : Stage.ENDED;
  }

  /** Somebody records to the series again. What nobody told any longer is not there. */
  void revive() {
    for (int i = 0; i < points.size(); i++) {
      for (PointModel point : points.get(i)) {
        if (kind(i) == InstrumentKind.OBSERVE_UP_DOWN_COUNTER) {
          point.clear();
        }
        if (stage == Stage.ENDED && !isDelta(i)) {
          point.setPresent(point.holdsSomething());
        }
      }
    }
    stage = Stage.LIVE;
  }

  private boolean isMomentary(int instrument) {
    InstrumentKind kind = kind(instrument);
    return kind == InstrumentKind.GAUGE || kind == InstrumentKind.OBSERVE_UP_DOWN_COUNTER;
  }

  private InstrumentKind kind(int instrument) {
    return series.set.spec().instruments().get(instrument).kind();
  }

  private static PointModel model(InstrumentSpec instrument) {
    return switch (instrument.kind()) {
      case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER ->
          new SumModel(instrument);
      case GAUGE -> new GaugeModel(instrument.type());
      case MMSC, EXPLICIT_HISTOGRAM -> new HistogramModel(instrument);
      case EXPONENTIAL_HISTOGRAM -> new ExponentialModel(instrument);
    };
  }
}
