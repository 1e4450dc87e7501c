package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;
import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one schema, each message led by whose it is. */
final class Findings {
  private final String subject;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** {@code subject} names the metric set, or the type that is none. */
  Findings(String subject) {
    this.subject = subject;
  }

  /** Adds a fault; {@code parts} fill the rule's template. */
  void add(Rule rule, Position position, Object... parts) {
    String message = subject + ": " + rule.template().formatted(parts);
    diagnostics.add(new Diagnostic(rule, position, message));
  }

  boolean isEmpty() {
    return diagnostics.isEmpty();
  }

  List<Diagnostic> all() {
    return List.copyOf(diagnostics);
  }
}
