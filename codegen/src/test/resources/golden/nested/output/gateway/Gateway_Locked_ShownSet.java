package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.locked}: A set that is public in a type that is. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class Gateway_Locked_ShownSet extends RecordingSet implements Gateway.Locked.Shown {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.locked", "A set that is public in a type that is.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.locked.done",
              "{thing}",
              "Things done.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<Gateway_Locked_ShownSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, Gateway_Locked_ShownSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int DONE_CELL = 0;
  private static final int CELLS_END = 8;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(DONE_CELL, CELLS_END);
  }

  private Gateway_Locked_ShownSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addDone(long things) {
    if (NORMAL) {
      addMonotonic(DONE_CELL, things);
    }
  }
}
