package io.numetry.codegen.validate;

import io.numetry.codegen.read.Declaration;
import io.numetry.schema.AttributeType;
import java.util.List;
import java.util.stream.Stream;

/** A sound attribute set. */
public record ValidAttributeSet(Declaration declaration, List<ValidComponent> components) {

  public ValidAttributeSet {
    components = List.copyOf(components);
  }

  /** All attributes, those of the sets in it among them, in the order of the components. */
  public List<ValidAttribute> attributes() {
    return components.stream().flatMap(ValidAttributeSet::attributes).toList();
  }

  private static Stream<ValidAttribute> attributes(ValidComponent component) {
    return switch (component) {
      case ValidComponent.Plain(String _, String key, AttributeType type, boolean _) ->
          Stream.of(new ValidAttribute(key, type));
      case ValidComponent.Ints(String _, String key) ->
          Stream.of(new ValidAttribute(key, AttributeType.LONG_ARRAY));
      case ValidComponent.Closed(String _, String key, ValidEnum _) ->
          Stream.of(new ValidAttribute(key, AttributeType.STRING));
      case ValidComponent.Composed(String _, ValidAttributeSet set) -> set.attributes().stream();
    };
  }
}
