package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;
import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one schema, each message led by whose it is. */
final class Findings {
  private final String subject;
  private final List<Diagnostic> diagnostics;

  /** {@code subject} names the metric set, or the type that is none. */
  Findings(String subject) {
    this(subject, new ArrayList<>());
  }

  private Findings(String subject, List<Diagnostic> diagnostics) {
    this.subject = subject;
    this.diagnostics = diagnostics;
  }

  /** The same collection for faults of another, on which this one depends. */
  Findings of(String otherSubject) {
    return new Findings(otherSubject, diagnostics);
  }

  /** Adds a fault; {@code parts} fill the rule's template. */
  void add(Rule rule, Position position, Object... parts) {
    String message = subject + ": " + rule.template().formatted(parts);
    Diagnostic diagnostic = new Diagnostic(rule, position, message);
    if (!diagnostics.contains(diagnostic)) {
      diagnostics.add(diagnostic);
    }
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  List<Diagnostic> all() {
    return List.copyOf(diagnostics);
  }
}
