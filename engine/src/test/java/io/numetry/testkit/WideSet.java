package io.numetry.testkit;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;

/** Dimensions, histograms and observed sums, written by hand as codegen would write them. */
public final class WideSet extends RecordingSet {
  private static final ExponentialLayout LATENCY_LAYOUT = ExponentialLayout.DEFAULT;
  private static final ExplicitLayout BATCH_LAYOUT = new ExplicitLayout(new double[] {1, 10, 100});
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("wide", "For tests.")
          .instrument(InstrumentKind.COUNTER, ValueType.LONG, "wide.requests", "{request}", "b")
          .dimension("outcome", "success", "failure")
          .dimension("signal", "logs", "traces", "metrics")
          .formerNames("wide.calls")
          .instrument(
              InstrumentKind.EXPONENTIAL_HISTOGRAM, ValueType.DOUBLE, "wide.latency", "s", "b")
          .dimension("outcome", "success", "failure")
          .instrument(
              InstrumentKind.EXPLICIT_HISTOGRAM, ValueType.LONG, "wide.batch", "{item}", "b")
          .layout(BATCH_LAYOUT)
          .instrument(InstrumentKind.OBSERVE_COUNTER, ValueType.LONG, "wide.seen", "By", "b")
          .instrument(InstrumentKind.OBSERVE_COUNTER, ValueType.DOUBLE, "wide.spent", "s", "b")
          .instrument(
              InstrumentKind.OBSERVE_UP_DOWN_COUNTER, ValueType.LONG, "wide.pool", "By", "b")
          .instrument(InstrumentKind.GAUGE, ValueType.LONG, "wide.depth", "1", "b")
          .build();
  public static final MetricSetType<WideSet> TYPE = new MetricSetType<>(DESCRIPTOR, WideSet::new);

  private static final int REQUESTS = DESCRIPTOR.instruments().get(0).cellOffset();
  private static final int LATENCY = DESCRIPTOR.instruments().get(1).cellOffset();
  private static final int BATCH = DESCRIPTOR.instruments().get(2).cellOffset();
  private static final int SEEN = DESCRIPTOR.instruments().get(3).cellOffset();
  private static final int SPENT = DESCRIPTOR.instruments().get(4).cellOffset();
  private static final int POOL = DESCRIPTOR.instruments().get(5).cellOffset();
  private static final int DEPTH = DESCRIPTOR.instruments().get(6).cellOffset();

  private WideSet(SlotHandle handle) {
    super(handle);
  }

  public void addRequests(int outcome, int signal, long n) {
    addMonotonic(REQUESTS + Long.BYTES * (outcome * 3 + signal), n);
  }

  public void recordLatency(int outcome, double seconds) {
    recordExponential(LATENCY + LATENCY_LAYOUT.cellBytes() * outcome, LATENCY_LAYOUT, seconds);
  }

  public void recordBatch(long items) {
    recordExplicit(BATCH, BATCH_LAYOUT, items);
  }

  public void observeSeen(long total) {
    observeMonotonic(SEEN, total);
  }

  public void observeSpent(double total) {
    observeMonotonic(SPENT, total);
  }

  public void observePool(long bytes) {
    set(POOL, bytes);
  }

  public void setDepth(long depth) {
    set(DEPTH, depth);
  }
}
