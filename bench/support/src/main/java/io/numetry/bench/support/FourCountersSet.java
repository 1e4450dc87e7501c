package io.numetry.bench.support;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;

/** Metric set {@code bench.four_counters}: one cache line of counters. */
public final class FourCountersSet extends RecordingSet {
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("bench.four_counters", "Four counters.")
          .instrument(InstrumentKind.COUNTER, ValueType.LONG, "bench.first", "{unit}", "First.")
          .instrument(InstrumentKind.COUNTER, ValueType.LONG, "bench.second", "{unit}", "Second.")
          .instrument(InstrumentKind.COUNTER, ValueType.LONG, "bench.third", "{unit}", "Third.")
          .instrument(InstrumentKind.COUNTER, ValueType.LONG, "bench.fourth", "{unit}", "Fourth.")
          .build();
  public static final MetricSetType<FourCountersSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, FourCountersSet::new);

  public static final int FIRST = 0;
  public static final int SECOND = 8;
  public static final int THIRD = 16;
  public static final int FOURTH = 24;

  private FourCountersSet(SlotHandle handle) {
    super(handle);
  }

  public void addFirst(long units) {
    addMonotonic(FIRST, units);
  }

  public void addSecond(long units) {
    addMonotonic(SECOND, units);
  }

  public void addThird(long units) {
    addMonotonic(THIRD, units);
  }

  public void addFourth(long units) {
    addMonotonic(FOURTH, units);
  }
}
