package io.numetry.attribute;

import io.numetry.schema.Attribute;

/** A kind of telemetry, for use as an attribute of measurements. */
@Attribute("signal")
public enum Signal {
  METRICS,
  LOGS,
  TRACES,
  PROFILES
}
