package io.numetry.bench.support;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;

/** Metric set {@code bench.mixed}: one instrument of each other kind. */
public final class MixedSet extends RecordingSet {
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("bench.mixed", "One instrument of each other kind.")
          .instrument(InstrumentKind.GAUGE, ValueType.LONG, "bench.level", "{unit}", "Level.")
          .instrument(
              InstrumentKind.UP_DOWN_COUNTER, ValueType.LONG, "bench.queue", "{unit}", "Queue.")
          .instrument(InstrumentKind.COUNTER, ValueType.DOUBLE, "bench.work", "s", "Work.")
          .instrument(InstrumentKind.MMSC, ValueType.LONG, "bench.size", "By", "Size.")
          .instrument(InstrumentKind.MMSC, ValueType.DOUBLE, "bench.duration", "s", "Duration.")
          .build();
  public static final MetricSetType<MixedSet> TYPE = new MetricSetType<>(DESCRIPTOR, MixedSet::new);

  public static final int LEVEL = 0;
  public static final int QUEUE = 8;
  public static final int WORK = 16;
  public static final int SIZE = 24;
  public static final int DURATION = 56;

  private MixedSet(SlotHandle handle) {
    super(handle);
  }

  public void setLevel(long level) {
    set(LEVEL, level);
  }

  public void addQueue(long change) {
    add(QUEUE, change);
  }

  public void addWork(double seconds) {
    addMonotonic(WORK, seconds);
  }

  public void recordSize(long bytes) {
    record(SIZE, bytes);
  }

  public void recordDuration(double seconds) {
    record(DURATION, seconds);
  }
}
