package io.numetry.codegen;

import io.numetry.codegen.validate.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;

/** Tells the user of faults, each once: several schemas may share what is at fault. */
final class Reports {
  private final Messager messager;
  private final Set<Diagnostic> told = new HashSet<>();

  Reports(Messager messager) {
    this.messager = messager;
  }

  void add(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::add);
  }

  void add(Diagnostic diagnostic) {
    if (!told.add(diagnostic)) {
      return;
    }
    if (diagnostic.isError()) {
      diagnostic.position().reportError(messager, diagnostic.message());
    } else {
      diagnostic.position().reportWarning(messager, diagnostic.message());
    }
  }
}
