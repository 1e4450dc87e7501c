package io.numetry.schema;

/** The type of an instrument's values. */
public enum ValueType {
  LONG,
  DOUBLE
}
