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

/** Metric set {@code gateway.receiver}: Frames taken off a ring. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ReceiverMetricsSet extends RecordingSet implements ReceiverMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.receiver", "Frames taken off a ring.")
          .entityAttribute("gateway.receiver.name", AttributeType.STRING)
          .entityAttribute("gateway.receiver.cpu", AttributeType.LONG)
          .entityAttribute("place.zone_name", AttributeType.STRING)
          .entityAttribute("place.region.name", AttributeType.STRING)
          .entityAttribute("place.region.number", AttributeType.LONG)
          .itemAttribute("gateway.lane.number", AttributeType.LONG)
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.receiver.frames",
              "{frame}",
              "Frames.")
          .dimension("role", "primary", "stand-by", "")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<ReceiverMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, ReceiverMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int FRAMES_CELL = 0;
  private static final int CELLS_END = 24;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(FRAMES_CELL, CELLS_END);
    // So are the enums: their ordinals lead to cells.
    EnumConstants.require(
        DESCRIPTOR.name(),
        Role.class,
        "PRIMARY",
        "STAND_BY",
        "ONE_THAT_NOBODY_HAS_GIVEN_TO_ANYBODY_YET");
  }

  private ReceiverMetricsSet(SlotHandle handle) {
    super(handle);
  }

  /** Registers the set with the attributes that each of its points has; the core's owner only. */
  public static ReceiverMetricsSet register(
      TelemetryCore core, Receiver entity, Receiver.Lane item) {
    Attributes.Builder attributes = Attributes.builder();
    ReceiverAttributes.put(entity, attributes);
    Receiver_LaneAttributes.put(item, attributes);
    return core.register(TYPE, attributes.build());
  }

  @Override
  public void addFrames(Role role, long frames) {
    if (NORMAL && isGiven("role", role)) {
      addMonotonic(FRAMES_CELL + 8 * role.ordinal(), frames);
    }
  }
}
