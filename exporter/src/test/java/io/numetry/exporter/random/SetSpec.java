package io.numetry.exporter.random;

import java.util.List;

/** A metric set, as its author thought of it. */
record SetSpec(
    String typeName,
    String name,
    String brief,
    List<DimensionSpec.EnumSpec> enums,
    List<InstrumentSpec> instruments) {
  static final String PACKAGE = "made";

  String qualifiedName() {
    return PACKAGE + "." + typeName;
  }

  /** The annotated interface. */
  String source() {
    var text = new StringBuilder("package " + PACKAGE + ";\n\nimport io.numetry.schema.*;\n\n");
    text.append("@MetricSet(name = \"" + name + "\", brief = \"" + brief + "\")\n");
    text.append("public interface " + typeName + " {\n");
    enums.forEach(each -> text.append(each.source()));
    instruments.forEach(each -> text.append(each.source()));
    return text.append("}\n").toString();
  }
}
