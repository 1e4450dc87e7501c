package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.distributions}: How values are distributed. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class DistributionMetricsSet extends RecordingSet implements DistributionMetrics {
  private static final ExponentialLayout TEMPERATURE_LAYOUT = new ExponentialLayout(40, 20, true);

  private static final ExponentialLayout FRAME_LAYOUT = new ExponentialLayout(160, 3, false);

  private static final ExplicitLayout ROUND_TRIP_LAYOUT =
      new ExplicitLayout(new double[] {0.001, 0.01, 0.1, 1});

  private static final ExplicitLayout SKEW_LAYOUT =
      new ExplicitLayout(
          new double[] {
            -1, 0, 1.5, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
            23, 24, 25, 26, 27, 28, 29, 30, 1000000, 1.0E300
          });

  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.distributions", "How values are distributed.")
          .instrument(
              InstrumentKind.MMSC,
              ValueType.LONG,
              "gateway.distributions.size",
              "By",
              "Many at a time.")
          .instrument(
              InstrumentKind.EXPONENTIAL_HISTOGRAM,
              ValueType.DOUBLE,
              "gateway.distributions.latency",
              "s",
              "The default's buckets.")
          .instrument(
              InstrumentKind.EXPONENTIAL_HISTOGRAM,
              ValueType.DOUBLE,
              "gateway.distributions.wait",
              "s",
              "The default's buckets, many at a time.")
          .instrument(
              InstrumentKind.EXPONENTIAL_HISTOGRAM,
              ValueType.DOUBLE,
              "gateway.distributions.temperature",
              "Cel",
              "Buckets of one's own.")
          .layout(TEMPERATURE_LAYOUT)
          .instrument(
              InstrumentKind.EXPONENTIAL_HISTOGRAM,
              ValueType.LONG,
              "gateway.distributions.frame",
              "By",
              "Whole numbers.")
          .layout(FRAME_LAYOUT)
          .instrument(
              InstrumentKind.EXPLICIT_HISTOGRAM,
              ValueType.LONG,
              "gateway.distributions.batch",
              "{message}",
              "The default's bounds.")
          .instrument(
              InstrumentKind.EXPLICIT_HISTOGRAM,
              ValueType.DOUBLE,
              "gateway.distributions.round_trip",
              "s",
              "Bounds of one's own.")
          .layout(ROUND_TRIP_LAYOUT)
          .instrument(
              InstrumentKind.EXPLICIT_HISTOGRAM,
              ValueType.DOUBLE,
              "gateway.distributions.skew",
              "s",
              "Bounds of one's own, many.")
          .layout(SKEW_LAYOUT)
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<DistributionMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, DistributionMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int SIZE_CELL = 0;
  private static final int LATENCY_CELL = 32;
  private static final int WAIT_CELL = 1384;
  private static final int TEMPERATURE_CELL = 2736;
  private static final int FRAME_CELL = 3448;
  private static final int BATCH_CELL = 4800;
  private static final int ROUND_TRIP_CELL = 4960;
  private static final int SKEW_CELL = 5032;
  private static final int CELLS_END = 5344;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        SIZE_CELL,
        LATENCY_CELL,
        WAIT_CELL,
        TEMPERATURE_CELL,
        FRAME_CELL,
        BATCH_CELL,
        ROUND_TRIP_CELL,
        SKEW_CELL,
        CELLS_END);
  }

  private DistributionMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void recordSize(long bytes, long count) {
    if (NORMAL) {
      record(SIZE_CELL, bytes, count);
    }
  }

  @Override
  public void recordLatency(double seconds) {
    if (NORMAL) {
      recordExponential(LATENCY_CELL, ExponentialLayout.DEFAULT, seconds);
    }
  }

  @Override
  public void recordWait(double seconds, long count) {
    if (NORMAL) {
      recordExponential(WAIT_CELL, ExponentialLayout.DEFAULT, seconds, count);
    }
  }

  @Override
  public void recordTemperature(double degrees) {
    if (NORMAL) {
      recordExponential(TEMPERATURE_CELL, TEMPERATURE_LAYOUT, degrees);
    }
  }

  @Override
  public void recordFrame(long bytes, long count) {
    if (NORMAL) {
      recordExponential(FRAME_CELL, FRAME_LAYOUT, bytes, count);
    }
  }

  @Override
  public void recordBatch(long messages) {
    if (NORMAL) {
      recordExplicit(BATCH_CELL, ExplicitLayout.DEFAULT, messages);
    }
  }

  @Override
  public void recordRoundTrip(double seconds, long count) {
    if (NORMAL) {
      recordExplicit(ROUND_TRIP_CELL, ROUND_TRIP_LAYOUT, seconds, count);
    }
  }

  @Override
  public void recordSkew(double seconds) {
    if (NORMAL) {
      recordExplicit(SKEW_CELL, SKEW_LAYOUT, seconds);
    }
  }
}
