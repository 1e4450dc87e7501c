package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.mixed}: Mixed. */
@SuppressWarnings("removal")
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class OldMetrics_MixedSet extends RecordingSet implements OldMetrics.Mixed {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.mixed", "Mixed.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.mixed.done",
              "{thing}",
              "Things done.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.mixed.left",
              "{thing}",
              "Things left.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.mixed.kept",
              "{thing}",
              "Things kept.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<OldMetrics_MixedSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, OldMetrics_MixedSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int DONE_CELL = 0;
  private static final int LEFT_CELL = 8;
  private static final int KEPT_CELL = 16;
  private static final int CELLS_END = 24;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(DONE_CELL, LEFT_CELL, KEPT_CELL, CELLS_END);
  }

  private OldMetrics_MixedSet(SlotHandle handle) {
    super(handle);
  }

  @Deprecated
  @Override
  public void addDone(long things) {
    if (NORMAL) {
      addMonotonic(DONE_CELL, things);
    }
  }

  @Deprecated(forRemoval = true)
  @Override
  public void addLeft(long things) {
    if (NORMAL) {
      addMonotonic(LEFT_CELL, things);
    }
  }

  @Override
  public void addKept(long things) {
    if (NORMAL) {
      addMonotonic(KEPT_CELL, things);
    }
  }
}
