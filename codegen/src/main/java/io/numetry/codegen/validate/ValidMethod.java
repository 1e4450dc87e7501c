package io.numetry.codegen.validate;

import io.numetry.codegen.read.Deprecation;
import io.numetry.codegen.read.Position;
import java.util.List;
import java.util.Optional;

/**
 * A sound recording method.
 *
 * @param noun what it records, in snake case: {@code bytes_out} of {@code addBytesOut}
 * @param dimensions before the value, in the order of the parameters
 * @param value name of the parameter
 * @param count name of the parameter after the value, if there is one
 */
public record ValidMethod(
    Position position,
    String name,
    String noun,
    List<ValidDimension> dimensions,
    String value,
    Optional<String> count,
    Deprecation deprecation) {

  public ValidMethod {
    dimensions = List.copyOf(dimensions);
  }
}
