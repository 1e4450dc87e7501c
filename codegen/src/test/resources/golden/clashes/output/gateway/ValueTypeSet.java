package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.value_type}: A name that means two things. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ValueTypeSet extends RecordingSet implements ValueType {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.value_type", "A name that means two things.")
          .instrument(
              InstrumentKind.COUNTER,
              io.numetry.schema.ValueType.LONG,
              "gateway.value_type.done",
              "{thing}",
              "Things done.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<ValueTypeSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, ValueTypeSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int DONE_CELL = 0;
  private static final int CELLS_END = 8;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(DONE_CELL, CELLS_END);
  }

  private ValueTypeSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addDone(long things) {
    if (NORMAL) {
      addMonotonic(DONE_CELL, things);
    }
  }
}
