package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.clashes}: Names that mean two things. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class RecordingSetSet extends io.numetry.record.RecordingSet implements RecordingSet {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.clashes", "Names that mean two things.")
          .instrument(
              InstrumentKind.COUNTER,
              io.numetry.schema.ValueType.LONG,
              "gateway.clashes.done",
              "{thing}",
              "Things done.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<RecordingSetSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, RecordingSetSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int DONE_CELL = 0;
  private static final int CELLS_END = 8;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(DONE_CELL, CELLS_END);
  }

  private RecordingSetSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addDone(long things) {
    if (NORMAL) {
      addMonotonic(DONE_CELL, things);
    }
  }
}
