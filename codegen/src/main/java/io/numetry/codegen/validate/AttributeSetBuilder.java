package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawAttributeSet;
import io.numetry.codegen.read.RawComponent;

/** Describes an attribute set that breaks no rule. */
final class AttributeSetBuilder {
  private AttributeSetBuilder() {}

  static ValidAttributeSet build(RawAttributeSet set) {
    return new ValidAttributeSet(
        set.declaration(), set.components().stream().map(each -> component(set, each)).toList());
  }

  private static ValidComponent component(RawAttributeSet set, RawComponent component) {
    String name = component.name();
    String type = component.type();
    if (component.composed().isPresent()) {
      return new ValidComponent.Composed(name, build(component.composed().get()));
    }
    String key = Keys.of(set, component);
    if (component.enumType().isPresent()) {
      return new ValidComponent.Closed(name, key, Enums.valid(component.enumType().get()));
    }
    return type.equals(ComponentTypes.INTS)
        ? new ValidComponent.Ints(name, key)
        : new ValidComponent.Plain(
            name, key, ComponentTypes.of(type).orElseThrow(), ComponentTypes.isNullable(type));
  }
}
