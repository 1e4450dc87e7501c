package io.numetry.exporter.differential;

import io.numetry.schema.Counter;
import io.numetry.schema.ExplicitHistogram;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.ObserveCounter;
import io.numetry.schema.ObserveUpDownCounter;
import io.numetry.schema.UpDownCounter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Each kind of instrument that both implementations have, of longs and of doubles. */
@MetricSet(name = "gateway", brief = "A gateway's measurements.")
public interface GatewayMetrics {

  /** An attribute of each measurement. */
  enum Lane {
    FAST,
    SLOW,
    SPARE;

    private static final List<Lane> ALL = List.of(values());

    static Lane any(Random random) {
      return ALL.get(random.nextInt(ALL.size()));
    }

    /** The value on the wire. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(Lane lane, long frames);

  @Counter(unit = "s", brief = "Time busy.")
  void addBusy(Lane lane, double seconds);

  @UpDownCounter(unit = "{frame}", brief = "Frames on their way.")
  void addInFlight(Lane lane, long change);

  @UpDownCounter(unit = "kg", brief = "Weight.")
  void addWeight(Lane lane, double change);

  @ObserveCounter(unit = "By", brief = "Bytes read.")
  void observeRead(Lane lane, long total);

  @ObserveCounter(unit = "s", brief = "Time on the CPU.")
  void observeCpu(Lane lane, double total);

  @ObserveUpDownCounter(unit = "By", brief = "Memory.")
  void observePool(Lane lane, long bytes);

  @ObserveUpDownCounter(unit = "{credit}", brief = "Credit.")
  void observeCredit(Lane lane, double credit);

  @Gauge(unit = "{frame}", brief = "Frames waiting.")
  void setDepth(Lane lane, long depth);

  @Gauge(unit = "Cel", brief = "Heat.")
  void setHeat(Lane lane, double degrees);

  @ExplicitHistogram(unit = "{frame}", brief = "Frames at a time.")
  void recordBatch(Lane lane, long frames);

  @ExplicitHistogram(
      unit = "s",
      brief = "Time until the answer.",
      boundaries = {0, 0.5, 1, 2, 1024})
  void recordWait(Lane lane, double seconds);

  @Histogram(unit = "By", brief = "Bytes at a time.")
  void recordSize(Lane lane, long bytes);

  @Histogram(unit = "s", brief = "Time it took.")
  void recordTime(Lane lane, double seconds);

  @Histogram(unit = "s", brief = "Time it took, coarsely.", maxBuckets = 10, maxScale = 3)
  void recordCoarse(Lane lane, double seconds);
}
