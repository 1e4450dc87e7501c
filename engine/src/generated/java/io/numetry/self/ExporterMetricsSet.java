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

/** Metric set {@code numetry.exporter}: Delivery of points to a destination. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ExporterMetricsSet extends RecordingSet implements ExporterMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("numetry.exporter", "Delivery of points to a destination.")
          .entityAttribute("otel.component.name", AttributeType.STRING)
          .entityAttribute("otel.component.type", AttributeType.STRING)
          .entityAttribute("server.address", AttributeType.STRING)
          .entityAttribute("server.port", AttributeType.LONG)
          .instrument(
              InstrumentKind.OBSERVE_UP_DOWN_COUNTER,
              ValueType.LONG,
              "otel.sdk.exporter.metric_data_point.inflight",
              "{data_point}",
              "Points handed to the exporter and neither exported nor failed, on disk or not.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "otel.sdk.exporter.metric_data_point.exported",
              "{data_point}",
              "Points whose export is over: accepted, or failed for the error told.")
          .dimension(
              "error.type",
              "",
              "rejected",
              "timeout",
              "connection",
              "protocol",
              "response_too_large",
              "request_too_large",
              "spool_full",
              "spool_expired",
              "disk_full",
              "spool_corrupt",
              "shutdown",
              "400",
              "401",
              "403",
              "404",
              "405",
              "407",
              "408",
              "411",
              "413",
              "415",
              "422",
              "429",
              "500",
              "501",
              "502",
              "503",
              "504",
              "505",
              "CANCELLED",
              "UNKNOWN",
              "INVALID_ARGUMENT",
              "DEADLINE_EXCEEDED",
              "NOT_FOUND",
              "ALREADY_EXISTS",
              "PERMISSION_DENIED",
              "RESOURCE_EXHAUSTED",
              "FAILED_PRECONDITION",
              "ABORTED",
              "OUT_OF_RANGE",
              "UNIMPLEMENTED",
              "INTERNAL",
              "UNAVAILABLE",
              "DATA_LOSS",
              "UNAUTHENTICATED",
              "_OTHER")
          .instrument(
              InstrumentKind.OBSERVE_UP_DOWN_COUNTER,
              ValueType.LONG,
              "numetry.exporter.queue.size",
              "{frame}",
              "Requests in memory that are not delivered, those on their way among them.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.exporter.retries",
              "{request}",
              "Attempts to send a request that failed for the error told, and are made again.")
          .dimension(
              "error.type",
              "",
              "rejected",
              "timeout",
              "connection",
              "protocol",
              "response_too_large",
              "request_too_large",
              "spool_full",
              "spool_expired",
              "disk_full",
              "spool_corrupt",
              "shutdown",
              "400",
              "401",
              "403",
              "404",
              "405",
              "407",
              "408",
              "411",
              "413",
              "415",
              "422",
              "429",
              "500",
              "501",
              "502",
              "503",
              "504",
              "505",
              "CANCELLED",
              "UNKNOWN",
              "INVALID_ARGUMENT",
              "DEADLINE_EXCEEDED",
              "NOT_FOUND",
              "ALREADY_EXISTS",
              "PERMISSION_DENIED",
              "RESOURCE_EXHAUSTED",
              "FAILED_PRECONDITION",
              "ABORTED",
              "OUT_OF_RANGE",
              "UNIMPLEMENTED",
              "INTERNAL",
              "UNAVAILABLE",
              "DATA_LOSS",
              "UNAUTHENTICATED",
              "_OTHER")
          .instrument(
              InstrumentKind.MMSC,
              ValueType.LONG,
              "numetry.exporter.request.body.size",
              "By",
              "Bytes of the body of each attempt to send a request, compressed if it was.")
          .instrument(
              InstrumentKind.MMSC,
              ValueType.LONG,
              "numetry.exporter.request.body.uncompressed_size",
              "By",
              "Bytes of each attempt's request as it was encoded, in protobuf.")
          .instrument(
              InstrumentKind.MMSC,
              ValueType.DOUBLE,
              "numetry.exporter.encode.duration",
              "s",
              "Time that encoding a collection of a node took.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<ExporterMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, ExporterMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int INFLIGHT_CELL = 0;
  private static final int EXPORTED_CELL = 8;
  private static final int QUEUE_SIZE_CELL = 384;
  private static final int RETRIES_CELL = 392;
  private static final int BODY_SIZE_CELL = 768;
  private static final int UNCOMPRESSED_SIZE_CELL = 800;
  private static final int ENCODE_DURATION_CELL = 832;
  private static final int CELLS_END = 864;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        INFLIGHT_CELL,
        EXPORTED_CELL,
        QUEUE_SIZE_CELL,
        RETRIES_CELL,
        BODY_SIZE_CELL,
        UNCOMPRESSED_SIZE_CELL,
        ENCODE_DURATION_CELL,
        CELLS_END);
    // So are the enums: their ordinals lead to cells.
    EnumConstants.require(
        DESCRIPTOR.name(),
        ExportError.class,
        "NONE",
        "REJECTED",
        "TIMEOUT",
        "CONNECTION",
        "PROTOCOL",
        "RESPONSE_TOO_LARGE",
        "REQUEST_TOO_LARGE",
        "SPOOL_FULL",
        "SPOOL_EXPIRED",
        "DISK_FULL",
        "SPOOL_CORRUPT",
        "SHUTDOWN",
        "HTTP_400",
        "HTTP_401",
        "HTTP_403",
        "HTTP_404",
        "HTTP_405",
        "HTTP_407",
        "HTTP_408",
        "HTTP_411",
        "HTTP_413",
        "HTTP_415",
        "HTTP_422",
        "HTTP_429",
        "HTTP_500",
        "HTTP_501",
        "HTTP_502",
        "HTTP_503",
        "HTTP_504",
        "HTTP_505",
        "GRPC_CANCELLED",
        "GRPC_UNKNOWN",
        "GRPC_INVALID_ARGUMENT",
        "GRPC_DEADLINE_EXCEEDED",
        "GRPC_NOT_FOUND",
        "GRPC_ALREADY_EXISTS",
        "GRPC_PERMISSION_DENIED",
        "GRPC_RESOURCE_EXHAUSTED",
        "GRPC_FAILED_PRECONDITION",
        "GRPC_ABORTED",
        "GRPC_OUT_OF_RANGE",
        "GRPC_UNIMPLEMENTED",
        "GRPC_INTERNAL",
        "GRPC_UNAVAILABLE",
        "GRPC_DATA_LOSS",
        "GRPC_UNAUTHENTICATED",
        "OTHER");
  }

  private ExporterMetricsSet(SlotHandle handle) {
    super(handle);
  }

  /** Registers the set with the attributes that each of its points has; the core's owner only. */
  public static ExporterMetricsSet register(TelemetryCore core, Component entity1, Server entity2) {
    Attributes.Builder attributes = Attributes.builder();
    ComponentAttributes.put(entity1, attributes);
    ServerAttributes.put(entity2, attributes);
    return core.register(TYPE, attributes.build());
  }

  @Override
  public void observeInflight(long points) {
    if (NORMAL) {
      set(INFLIGHT_CELL, points);
    }
  }

  @Override
  public void observeExported(ExportError error, long points) {
    if (NORMAL && isGiven("error.type", error)) {
      observeMonotonic(EXPORTED_CELL + 8 * error.ordinal(), points);
    }
  }

  @Override
  public void observeQueueSize(long frames) {
    if (NORMAL) {
      set(QUEUE_SIZE_CELL, frames);
    }
  }

  @Override
  public void observeRetries(ExportError error, long requests) {
    if (NORMAL && isGiven("error.type", error)) {
      observeMonotonic(RETRIES_CELL + 8 * error.ordinal(), requests);
    }
  }

  @Override
  public void recordBodySize(long size) {
    if (NORMAL) {
      record(BODY_SIZE_CELL, size);
    }
  }

  @Override
  public void recordUncompressedSize(long size) {
    if (NORMAL) {
      record(UNCOMPRESSED_SIZE_CELL, size);
    }
  }

  @Override
  public void recordEncodeDuration(double seconds) {
    if (NORMAL) {
      record(ENCODE_DURATION_CELL, seconds);
    }
  }
}
