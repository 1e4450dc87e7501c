package gateway;

import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.AttributeType;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.EnumConstants;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.old}: Deprecated values. */
@SuppressWarnings({"deprecation", "removal"})
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class OldMetricsSet extends RecordingSet implements OldMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.old", "Deprecated values.")
          .itemAttribute("gateway.lane.old", AttributeType.STRING)
          .itemAttribute("gateway.lane.going", AttributeType.STRING)
          .instrument(
              InstrumentKind.COUNTER, ValueType.LONG, "gateway.old.frames", "{frame}", "Frames.")
          .dimension("old", "a")
          .dimension("going", "staying", "going")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<OldMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, OldMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int FRAMES_CELL = 0;
  private static final int CELLS_END = 16;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(FRAMES_CELL, CELLS_END);
    // So are the enums: their ordinals lead to cells.
    EnumConstants.require(DESCRIPTOR.name(), Old.class, "A");
    EnumConstants.require(DESCRIPTOR.name(), Going.class, "STAYING", "GOING");
  }

  private OldMetricsSet(SlotHandle handle) {
    super(handle);
  }

  /** Registers the set with the attributes that each of its points has; the core's owner only. */
  public static OldMetricsSet register(TelemetryCore core, OldMetrics.Lane item) {
    Attributes.Builder attributes = Attributes.builder();
    OldMetrics_LaneAttributes.put(item, attributes);
    return core.register(TYPE, attributes.build());
  }

  @Override
  public void addFrames(Old old, Going going, long frames) {
    if (NORMAL && isGiven("old", old) && isGiven("going", going)) {
      addMonotonic(FRAMES_CELL + 16 * old.ordinal() + 8 * going.ordinal(), frames);
    }
  }
}
