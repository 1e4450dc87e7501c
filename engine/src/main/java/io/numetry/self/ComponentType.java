package io.numetry.self;

import io.numetry.schema.Attribute;
import java.util.Locale;

/** What a component is, as the semantic conventions call it; those that Numetry has. */
@Attribute("otel.component.type")
public enum ComponentType {
  /** OTLP over gRPC. */
  OTLP_GRPC_METRIC_EXPORTER,

  /** OTLP over HTTP, in protobuf. */
  OTLP_HTTP_METRIC_EXPORTER,

  /** OTLP over HTTP, in JSON. */
  OTLP_HTTP_JSON_METRIC_EXPORTER,

  /** A node's aggregator. */
  PERIODIC_METRIC_READER;

  /** Its name on the wire. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
