package io.numetry.codegen.validate;

import java.util.List;
import java.util.Optional;

/**
 * What validation found.
 *
 * @param set present if and only if there are no diagnostics
 */
public record Validation(Optional<ValidSet> set, List<Diagnostic> diagnostics) {

  public Validation {
    diagnostics = List.copyOf(diagnostics);
    if (set.isPresent() != diagnostics.isEmpty()) {
      throw new IllegalArgumentException("validation: diagnostics=" + diagnostics);
    }
  }
}
