package io.numetry.self;

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

/** Metric set {@code numetry.reader}: Collections on a NUMA node. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ReaderMetricsSet extends RecordingSet implements ReaderMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("numetry.reader", "Collections on a NUMA node.")
          .entityAttribute("otel.component.name", AttributeType.STRING)
          .entityAttribute("otel.component.type", AttributeType.STRING)
          .instrument(
              InstrumentKind.MMSC,
              ValueType.DOUBLE,
              "otel.sdk.metric_reader.collection.duration",
              "s",
              "Time from asking the cores of a node for their values to having them.")
          .dimension("error.type", "", "timeout", "resource_exhausted", "_OTHER")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<ReaderMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, ReaderMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int COLLECTION_DURATION_CELL = 0;
  private static final int CELLS_END = 128;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(COLLECTION_DURATION_CELL, CELLS_END);
    // So are the enums: their ordinals lead to cells.
    EnumConstants.require(
        DESCRIPTOR.name(), CollectionError.class, "NONE", "TIMEOUT", "RESOURCE_EXHAUSTED", "OTHER");
  }

  private ReaderMetricsSet(SlotHandle handle) {
    super(handle);
  }

  /** Registers the set with the attributes that each of its points has; the core's owner only. */
  public static ReaderMetricsSet register(TelemetryCore core, Component entity) {
    Attributes.Builder attributes = Attributes.builder();
    ComponentAttributes.put(entity, attributes);
    return core.register(TYPE, attributes.build());
  }

  @Override
  public void recordCollectionDuration(CollectionError error, double seconds) {
    if (NORMAL && isGiven("error.type", error)) {
      record(COLLECTION_DURATION_CELL + 32 * error.ordinal(), seconds);
    }
  }
}
