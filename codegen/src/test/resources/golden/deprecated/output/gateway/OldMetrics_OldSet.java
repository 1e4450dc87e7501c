package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.old}: Old. */
@Deprecated
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class OldMetrics_OldSet extends RecordingSet implements OldMetrics.Old {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.old", "Old.")
          .instrument(
              InstrumentKind.COUNTER, ValueType.LONG, "gateway.old.done", "{thing}", "Things done.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<OldMetrics_OldSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, OldMetrics_OldSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int DONE_CELL = 0;
  private static final int CELLS_END = 8;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(DONE_CELL, CELLS_END);
  }

  private OldMetrics_OldSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addDone(long things) {
    if (NORMAL) {
      addMonotonic(DONE_CELL, things);
    }
  }
}
