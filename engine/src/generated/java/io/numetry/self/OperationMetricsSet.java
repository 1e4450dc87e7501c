package io.numetry.self;

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

/** Metric set {@code numetry.exporter.operation}: Requests to a destination. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class OperationMetricsSet extends RecordingSet implements OperationMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("numetry.exporter.operation", "Requests to a destination.")
          .entityAttribute("otel.component.name", AttributeType.STRING)
          .entityAttribute("otel.component.type", AttributeType.STRING)
          .entityAttribute("server.address", AttributeType.STRING)
          .entityAttribute("server.port", AttributeType.LONG)
          .itemAttribute("error.type", AttributeType.STRING)
          .itemAttribute("http.response.status_code", AttributeType.LONG)
          .itemAttribute("rpc.status_code", AttributeType.STRING)
          .instrument(
              InstrumentKind.MMSC,
              ValueType.DOUBLE,
              "otel.sdk.exporter.operation.duration",
              "s",
              "Time from a request's first attempt to the end of its last, waits included.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<OperationMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, OperationMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int DURATION_CELL = 0;
  private static final int CELLS_END = 32;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(DURATION_CELL, CELLS_END);
  }

  private OperationMetricsSet(SlotHandle handle) {
    super(handle);
  }

  /** Registers the set with the attributes that each of its points has; the core's owner only. */
  public static OperationMetricsSet register(
      TelemetryCore core, Component entity1, Server entity2, OperationOutcome item) {
    Attributes.Builder attributes = Attributes.builder();
    ComponentAttributes.put(entity1, attributes);
    ServerAttributes.put(entity2, attributes);
    OperationOutcomeAttributes.put(item, attributes);
    return core.register(TYPE, attributes.build());
  }

  @Override
  public void recordDuration(double seconds) {
    if (NORMAL) {
      record(DURATION_CELL, seconds);
    }
  }
}
