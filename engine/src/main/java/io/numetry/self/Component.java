package io.numetry.self;

import io.numetry.schema.AttributeSet;

/**
 * Which component of telemetry measures itself (semantic conventions, "OpenTelemetry SDK metrics").
 *
 * @param name its type, a slash, and its number among those of its type, from 0: the same after a
 *     restart
 */
@AttributeSet(prefix = "otel.component")
public record Component(String name, ComponentType type) {

  /** The one of its type with that number. */
  public static Component of(ComponentType type, int number) {
    return new Component(type.id() + "/" + number, type);
  }
}
