package io.numetry.testkit;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;

/** Every instrument over both value types, written by hand as codegen would write it. */
public final class ProbeSet extends RecordingSet {
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("probe", "For tests.")
          .instrument(InstrumentKind.COUNTER, ValueType.LONG, "probe.count", "1", "b")
          .instrument(InstrumentKind.COUNTER, ValueType.DOUBLE, "probe.amount", "1", "b")
          .instrument(InstrumentKind.UP_DOWN_COUNTER, ValueType.LONG, "probe.level", "1", "b")
          .instrument(InstrumentKind.UP_DOWN_COUNTER, ValueType.DOUBLE, "probe.tide", "1", "b")
          .instrument(InstrumentKind.GAUGE, ValueType.LONG, "probe.depth", "1", "b")
          .instrument(InstrumentKind.GAUGE, ValueType.DOUBLE, "probe.heat", "1", "b")
          .instrument(InstrumentKind.MMSC, ValueType.LONG, "probe.size", "1", "b")
          .instrument(InstrumentKind.MMSC, ValueType.DOUBLE, "probe.time", "1", "b")
          .build();
  public static final MetricSetType<ProbeSet> TYPE = new MetricSetType<>(DESCRIPTOR, ProbeSet::new);

  public static final int COUNT = 0;
  public static final int AMOUNT = 8;
  public static final int LEVEL = 16;
  public static final int TIDE = 24;
  public static final int DEPTH = 32;
  public static final int HEAT = 40;
  public static final int SIZE = 48;
  public static final int TIME = 80;

  private ProbeSet(SlotHandle handle) {
    super(handle);
  }

  public void addCount(long n) {
    addMonotonic(COUNT, n);
  }

  public void addAmount(double n) {
    addMonotonic(AMOUNT, n);
  }

  public void addLevel(long n) {
    add(LEVEL, n);
  }

  public void addTide(double n) {
    add(TIDE, n);
  }

  public void setDepth(long n) {
    set(DEPTH, n);
  }

  public void setHeat(double n) {
    set(HEAT, n);
  }

  public void recordSize(long n) {
    record(SIZE, n);
  }

  public void recordTime(double n) {
    record(TIME, n);
  }
}
