package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;
import io.numetry.codegen.read.RawAttributeSet;
import io.numetry.codegen.read.RawComponent;
import io.numetry.codegen.read.RawEnum;
import io.numetry.codegen.read.RawParameter;
import io.numetry.codegen.read.RawText;
import java.util.List;
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

  /** Key of a component that is an attribute of its own. */
  static String of(RawAttributeSet set, RawComponent component) {
    String prefix = set.prefix().value();
    return given(component.key(), component.enumType())
        .map(RawText::value)
        .orElseGet(
            () -> (prefix.isEmpty() ? "" : prefix + ".") + Names.snakeCase(component.name()));
  }

  /** Where a component's key is written, or what it follows from. */
  static Position position(RawComponent component) {
    return component.key().map(RawText::position).orElse(component.position());
  }

  /** Keys of a set and of all sets in it. */
  static List<String> all(RawAttributeSet set) {
    return set.components().stream().flatMap(each -> all(set, each).stream()).toList();
  }

  /** Keys that a component stands for. */
  static List<String> all(RawAttributeSet set, RawComponent component) {
    if (component.cyclic()) {
      return List.of();
    }
    return component.composed().map(Keys::all).orElseGet(() -> List.of(of(set, component)));
  }
}
