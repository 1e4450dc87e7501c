package io.numetry.codegen;

import io.numetry.codegen.validate.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;

/** Tells the user of faults, each once: several schemas may share what is at fault. */
final class Reports {
  /** What {@code @SuppressWarnings} calls all our warnings. */
  private static final String SUPPRESSED = "numetry";

  private final Messager messager;
  private final boolean silent;
  private final Set<Diagnostic> told = new HashSet<>();

  Reports(Messager messager) {
    this(messager, false);
  }

  private Reports(Messager messager, boolean silent) {
    this.messager = messager;
    this.silent = silent;
  }

  /** Takes what another processor tells. */
  static Reports toNobody(Messager messager) {
    return new Reports(messager, true);
  }

  void add(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::add);
  }

  void add(Diagnostic diagnostic) {
    if (silent || !told.add(diagnostic)) {
      return;
    }
    if (diagnostic.isError()) {
      diagnostic.position().reportError(messager, diagnostic.message());
    } else if (!diagnostic.position().suppresses(SUPPRESSED)) {
      diagnostic.position().reportWarning(messager, diagnostic.message());
    }
  }
}
