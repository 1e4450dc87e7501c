package io.numetry.codegen.validate;

import io.numetry.codegen.read.Declaration;
import io.numetry.codegen.read.Position;
import io.numetry.schema.MetricSetDescriptor;
import java.util.List;

/**
 * A sound metric set.
 *
 * @param entity attribute sets that say what is measured
 * @param item attribute sets that tell a registration from others
 * @param methods as many as the descriptor has instruments, in the same order
 */
public record ValidSet(
    Position position,
    Declaration declaration,
    List<ValidAttributeSet> entity,
    List<ValidAttributeSet> item,
    MetricSetDescriptor descriptor,
    List<ValidMethod> methods) {

  public ValidSet {
    entity = List.copyOf(entity);
    item = List.copyOf(item);
    methods = List.copyOf(methods);
    if (methods.size() != descriptor.instruments().size()) {
      throw new IllegalArgumentException(
          "metric set " + descriptor.name() + ": methods=" + methods.size());
    }
  }

  /** How Java names the interface, without its package. */
  String typeName() {
    return String.join(".", declaration.simpleNames());
  }
}
