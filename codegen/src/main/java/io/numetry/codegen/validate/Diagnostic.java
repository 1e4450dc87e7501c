package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;

/** A fault of a schema: which rule it breaks, where, and what to tell the user. */
public record Diagnostic(Rule rule, Position position, String message) {

  /** True if nothing is generated for the schema. */
  public boolean isError() {
    return rule.severity() == Severity.ERROR;
  }
}
