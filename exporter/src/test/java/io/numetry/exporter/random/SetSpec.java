package io.numetry.exporter.random;

import java.util.List;

/**
 * A metric set, as its author thought of it.
 *
 * @param attributeSets none, an entity's, or an entity's and an item's
 */
record SetSpec(
    String typeName,
    String name,
    String brief,
    List<DimensionSpec.EnumSpec> enums,
    List<AttributeSetSpec> attributeSets,
    List<InstrumentSpec> instruments) {
  static final String PACKAGE = "made";

  String qualifiedName() {
    return PACKAGE + "." + typeName;
  }

  /** The annotated interface. */
  String source() {
    var text = new StringBuilder("package " + PACKAGE + ";\n\nimport io.numetry.schema.*;\n\n");
    text.append("@MetricSet(name = \"" + name + "\", brief = \"" + brief + "\"");
    for (int i = 0; i < attributeSets.size(); i++) {
      text.append(i == 0 ? ", entity = " : ", item = ");
      text.append(typeName + "." + attributeSets.get(i).typeName() + ".class");
    }
    text.append(")\n");
    text.append("public interface " + typeName + " {\n");
    enums.forEach(each -> text.append(each.source()));
    attributeSets.forEach(each -> text.append(each.source()));
    instruments.forEach(each -> text.append(each.source()));
    return text.append("}\n").toString();
  }
}
