package io.numetry.self;

import io.numetry.attribute.Attributes;
import io.numetry.schema.EnumConstants;
import javax.annotation.processing.Generated;

/** Attributes of a {@link Component}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ComponentAttributes {
  public static final String NAME = "otel.component.name";
  public static final String TYPE = "otel.component.type";

  static {
    // The values of these enums are compiled in.
    EnumConstants.require(
        "Component",
        ComponentType.class,
        "OTLP_GRPC_METRIC_EXPORTER",
        "OTLP_HTTP_METRIC_EXPORTER",
        "OTLP_HTTP_JSON_METRIC_EXPORTER",
        "PERIODIC_METRIC_READER");
  }

  private ComponentAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(Component set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(Component set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException("attribute set Component: is null; give one instead");
    }
    if (set.name() != null) {
      attributes.put(NAME, set.name());
    }
    if (set.type() != null) {
      attributes.put(TYPE, value(set.type()));
    }
  }

  private static String value(ComponentType constant) {
    return switch (constant) {
      case OTLP_GRPC_METRIC_EXPORTER -> "otlp_grpc_metric_exporter";
      case OTLP_HTTP_METRIC_EXPORTER -> "otlp_http_metric_exporter";
      case OTLP_HTTP_JSON_METRIC_EXPORTER -> "otlp_http_json_metric_exporter";
      case PERIODIC_METRIC_READER -> "periodic_metric_reader";
    };
  }
}
