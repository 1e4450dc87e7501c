package io.numetry.schema;

/** Whether a point tells what happened since the last point, or since the series began. */
public enum Temporality {
  DELTA,
  CUMULATIVE
}
