package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;
import io.numetry.codegen.read.RawConstant;
import io.numetry.codegen.read.RawEnum;
import io.numetry.codegen.read.RawText;
import io.numetry.schema.Dimension;
import java.util.Locale;

/** What an enum's constants are on the wire. */
final class Enums {
  private Enums() {}

  /** The value given, or the constant's name in lower case; nothing where it is left out. */
  static String value(RawConstant constant) {
    return constant.absent().isPresent()
        ? Dimension.ABSENT
        : constant
            .value()
            .map(RawText::value)
            .orElseGet(() -> constant.name().toLowerCase(Locale.ROOT));
  }

  /** Where the value is written, or what it follows from. */
  static Position position(RawConstant constant) {
    return constant.value().map(RawText::position).orElse(constant.position());
  }

  /** A sound enum. */
  static ValidEnum valid(RawEnum type) {
    return new ValidEnum(
        type.type(),
        type.effectivelyPublic(),
        type.deprecation(),
        type.constants().stream().map(RawConstant::name).toList(),
        type.constants().stream().map(Enums::value).toList());
  }
}
