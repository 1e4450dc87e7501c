package gateway;

import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.AttributeType;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.wide}: Attributes of two kinds for an entity. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class WideMetricsSet extends RecordingSet implements WideMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.wide", "Attributes of two kinds for an entity.")
          .entityAttribute("text", AttributeType.STRING)
          .entityAttribute("truth", AttributeType.BOOLEAN)
          .entityAttribute("tiny", AttributeType.LONG)
          .entityAttribute("small", AttributeType.LONG)
          .entityAttribute("number", AttributeType.LONG)
          .entityAttribute("large", AttributeType.LONG)
          .entityAttribute("rough", AttributeType.DOUBLE)
          .entityAttribute("exact", AttributeType.DOUBLE)
          .entityAttribute("maybe_truth", AttributeType.BOOLEAN)
          .entityAttribute("maybe_number", AttributeType.LONG)
          .entityAttribute("maybe_exact", AttributeType.DOUBLE)
          .entityAttribute("gateway.role", AttributeType.STRING)
          .entityAttribute("other_role", AttributeType.STRING)
          .entityAttribute("texts", AttributeType.STRING_ARRAY)
          .entityAttribute("truths", AttributeType.BOOLEAN_ARRAY)
          .entityAttribute("numbers", AttributeType.LONG_ARRAY)
          .entityAttribute("large_numbers", AttributeType.LONG_ARRAY)
          .entityAttribute("exact_numbers", AttributeType.DOUBLE_ARRAY)
          .entityAttribute("bytes", AttributeType.BYTES)
          .entityAttribute("map", AttributeType.MAP)
          .entityAttribute(
              "gateway.a_key.that_goes_on_and_on_so_that_it_hardly_fits_into_a_line.and_then_some_"
                  + "more",
              AttributeType.STRING)
          .entityAttribute("place.zone_name", AttributeType.STRING)
          .entityAttribute("place.region.name", AttributeType.STRING)
          .entityAttribute("place.region.number", AttributeType.LONG)
          .entityAttribute("gateway.lane.number", AttributeType.LONG)
          .itemAttribute("gateway.wide.part", AttributeType.LONG)
          .instrument(
              InstrumentKind.COUNTER, ValueType.LONG, "gateway.wide.frames", "{frame}", "Frames.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<WideMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, WideMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int FRAMES_CELL = 0;
  private static final int CELLS_END = 8;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(FRAMES_CELL, CELLS_END);
  }

  private WideMetricsSet(SlotHandle handle) {
    super(handle);
  }

  /** Registers the set with the attributes that each of its points has; the core's owner only. */
  static WideMetricsSet register(
      TelemetryCore core,
      Everything entity1,
      Receiver.Lane entity2,
      WideMetrics.ARatherLongNameOfAnAttributeSet item) {
    Attributes.Builder attributes = Attributes.builder();
    EverythingAttributes.put(entity1, attributes);
    Receiver_LaneAttributes.put(entity2, attributes);
    WideMetrics_ARatherLongNameOfAnAttributeSetAttributes.put(item, attributes);
    return core.register(TYPE, attributes.build());
  }

  @Override
  public void addFrames(long frames) {
    if (NORMAL) {
      addMonotonic(FRAMES_CELL, frames);
    }
  }
}
