package io.numetry.codegen.validate;

import io.numetry.codegen.read.Declaration;
import io.numetry.codegen.read.Position;
import io.numetry.schema.MetricSetDescriptor;
import java.util.List;

/**
 * A sound metric set.
 *
 * @param methods as many as the descriptor has instruments, in the same order
 */
public record ValidSet(
    Position position,
    Declaration declaration,
    MetricSetDescriptor descriptor,
    List<ValidMethod> methods) {

  public ValidSet {
    methods = List.copyOf(methods);
    if (methods.size() != descriptor.instruments().size()) {
      throw new IllegalArgumentException(
          "metric set " + descriptor.name() + ": methods=" + methods.size());
    }
  }
}
