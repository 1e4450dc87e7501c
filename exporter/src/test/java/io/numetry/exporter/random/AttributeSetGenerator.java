package io.numetry.exporter.random;

import io.numetry.exporter.random.AttributeSetSpec.Component;
import io.numetry.exporter.random.AttributeSetSpec.ComponentType;
import io.numetry.exporter.random.DimensionSpec.EnumSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up the attribute sets of one metric set. */
final class AttributeSetGenerator {
  private static final List<ComponentType> TYPES = List.of(ComponentType.values());
  private static final int MAX_NESTING = 3;

  private final Random random;
  private final List<EnumSpec> enums;
  private int names;

  AttributeSetGenerator(Random random, List<EnumSpec> enums) {
    this.random = random;
    this.enums = enums;
  }

  /** None, an entity's, or an entity's and an item's. */
  List<AttributeSetSpec> next() {
    List<AttributeSetSpec> sets = new ArrayList<>();
    int count = random.nextInt(3);
    if (count > 0) {
      sets.add(set("Entity", 0));
    }
    if (count > 1) {
      sets.add(set("Item", 0));
    }
    return sets;
  }

  private AttributeSetSpec set(String typeName, int nesting) {
    String prefix = random.nextInt(3) == 0 ? "" : "made.of_" + names++;
    List<Component> components = new ArrayList<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      components.add(component(typeName, prefix, nesting));
    }
    return new AttributeSetSpec(typeName, prefix, components);
  }

  private Component component(String typeName, String prefix, int nesting) {
    ComponentType type = TYPES.get(random.nextInt(TYPES.size()));
    if ((type == ComponentType.NESTED && nesting == MAX_NESTING)
        || (type == ComponentType.ENUM && enums.isEmpty())) {
      type = ComponentType.STRING;
    }
    int number = names++;
    String name = "hostName" + number;
    if (type == ComponentType.NESTED) {
      AttributeSetSpec nested = set(typeName + "Part" + number, nesting + 1);
      return new Component(type, name, "", false, null, nested);
    }
    @Nullable EnumSpec enumType =
        type == ComponentType.ENUM ? enums.get(random.nextInt(enums.size())) : null;
    boolean givenKey = enumType != null || random.nextInt(4) == 0;
    String derived = (prefix.isEmpty() ? "" : prefix + ".") + "host_name" + number;
    return new Component(
        type, name, givenKey ? "made.given_key_" + number : derived, givenKey, enumType, null);
  }
}
