import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code loose}: A set in the unnamed package. */
@Generated("io.numetry.codegen.MetricSetProcessor")
final class LooseMetricsSet extends RecordingSet implements LooseMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("loose", "A set in the unnamed package.")
          .instrument(InstrumentKind.GAUGE, ValueType.LONG, "loose.ends", "1", "Ends.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<LooseMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, LooseMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int ENDS_CELL = 0;
  private static final int CELLS_END = 8;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(ENDS_CELL, CELLS_END);
  }

  private LooseMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void setEnds(long ends) {
    if (NORMAL) {
      set(ENDS_CELL, ends);
    }
  }
}
