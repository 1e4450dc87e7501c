package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;
import io.numetry.codegen.read.RawEnum;
import io.numetry.codegen.read.RawParameter;
import io.numetry.codegen.read.RawText;
import java.util.Optional;

/** An attribute's key on the wire: as its user says, else as its enum says, else as it is named. */
final class Keys {
  private Keys() {}

  /** Key of a measurement's attribute. */
  static String of(RawParameter parameter) {
    return given(parameter.key(), parameter.enumType())
        .map(RawText::value)
        .orElseGet(() -> Names.snakeCase(parameter.name()));
  }

  /** Where the key is written, or what it follows from. */
  static Position position(RawParameter parameter) {
    return parameter.key().map(RawText::position).orElse(parameter.position());
  }

  /** What is said of the key, closest to its use. */
  static Optional<RawText> given(Optional<RawText> own, Optional<RawEnum> enumType) {
    return own.or(() -> enumType.flatMap(RawEnum::key));
  }
}
