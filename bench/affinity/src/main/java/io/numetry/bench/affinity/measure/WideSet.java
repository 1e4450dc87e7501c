package io.numetry.bench.affinity.measure;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import java.util.stream.IntStream;

/** Metric set {@code bench.wide}: one counter with so many cells that no cache holds a few sets. */
final class WideSet extends RecordingSet {
  private static final int VALUES = 1024;

  /** All cells of a set. */
  static final int BYTES = VALUES * VALUES * Long.BYTES;

  static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("bench.wide", "Many cells.")
          .instrument(InstrumentKind.COUNTER, ValueType.LONG, "bench.wide", "{unit}", "Units.")
          .dimension("row", values())
          .dimension("column", values())
          .build();
  static final MetricSetType<WideSet> TYPE = new MetricSetType<>(DESCRIPTOR, WideSet::new);

  private WideSet(SlotHandle handle) {
    super(handle);
  }

  /**
   * @param cell offset in bytes, whole words
   */
  void addAt(int cell, long units) {
    addMonotonic(cell, units);
  }

  private static String[] values() {
    return IntStream.range(0, VALUES).mapToObj(i -> "v" + i).toArray(String[]::new);
  }
}
