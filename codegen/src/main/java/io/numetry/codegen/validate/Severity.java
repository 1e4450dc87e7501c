package io.numetry.codegen.validate;

/** What a broken rule does to a compilation. */
public enum Severity {
  /** It fails, and nothing is generated for the schema. */
  ERROR,

  /** It goes on: the schema works, but not as its readers expect. */
  WARNING
}
