package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code one}: One. */
@Generated("io.numetry.codegen.MetricSetProcessor")
final class OneMetricsSet extends RecordingSet implements OneMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("one", "One.")
          .instrument(InstrumentKind.COUNTER, ValueType.LONG, "one.all", "{thing}", "All.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<OneMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, OneMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int ALL_CELL = 0;
  private static final int CELLS_END = 8;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(ALL_CELL, CELLS_END);
  }

  private OneMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addAll(long n) {
    if (NORMAL) {
      addMonotonic(ALL_CELL, n);
    }
  }
}
