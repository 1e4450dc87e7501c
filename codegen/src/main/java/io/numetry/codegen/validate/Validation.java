package io.numetry.codegen.validate;

import java.util.List;
import java.util.Optional;

/**
 * What validation found.
 *
 * @param valid present if and only if no diagnostic is an error
 */
public record Validation<T>(Optional<T> valid, List<Diagnostic> diagnostics) {

  public Validation {
    diagnostics = List.copyOf(diagnostics);
    if (valid.isPresent() == diagnostics.stream().anyMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("validation: diagnostics=" + diagnostics);
    }
  }
}
