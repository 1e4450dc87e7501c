package io.numetry.bench.support;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;

/** Metric set {@code bench.distributions}: histograms of longs and doubles. */
public final class DistributionsSet extends RecordingSet {
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("bench.distributions", "Histograms.")
          .instrument(
              InstrumentKind.EXPONENTIAL_HISTOGRAM, ValueType.LONG, "bench.wait", "ns", "Wait.")
          .instrument(
              InstrumentKind.EXPONENTIAL_HISTOGRAM,
              ValueType.DOUBLE,
              "bench.latency",
              "s",
              "Latency.")
          .instrument(
              InstrumentKind.EXPLICIT_HISTOGRAM, ValueType.DOUBLE, "bench.delay", "ms", "Delay.")
          .build();
  public static final MetricSetType<DistributionsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, DistributionsSet::new);

  private static final int WAIT_CELL = 0;
  private static final int LATENCY_CELL = 1352;
  private static final int DELAY_CELL = 2704;
  private static final int END = 2864;

  static {
    DESCRIPTOR.requireCellOffsets(WAIT_CELL, LATENCY_CELL, DELAY_CELL, END);
  }

  private DistributionsSet(SlotHandle handle) {
    super(handle);
  }

  public void recordWait(long nanos) {
    recordExponential(WAIT_CELL, ExponentialLayout.DEFAULT, nanos);
  }

  public void recordLatency(double seconds) {
    recordExponential(LATENCY_CELL, ExponentialLayout.DEFAULT, seconds);
  }

  public void recordDelay(double millis) {
    recordExplicit(DELAY_CELL, ExplicitLayout.DEFAULT, millis);
  }
}
