package io.numetry.codegen.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.numetry.attribute.Attributes;
import io.numetry.codegen.plan.AttributesPlan;
import io.numetry.codegen.plan.ComponentPlan;
import io.numetry.codegen.plan.EnumPlan;
import io.numetry.codegen.read.Deprecation;
import io.numetry.codegen.read.TypeId;
import io.numetry.schema.EnumConstants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Spells an attribute set's plan as the source of a class. The same plan gives the same text. */
public final class AttributesWriter {
  private static final String RECORD = "set";
  private static final String BUILDER = "attributes";

  private final AttributesPlan plan;
  private final TypeNames names;

  private AttributesWriter(AttributesPlan plan) {
    this.plan = plan;
    this.names = names(plan);
  }

  /** The complete source file. */
  public static String source(AttributesPlan plan) {
    JavaFile file =
        JavaFile.builder(plan.type().packageName(), new AttributesWriter(plan).type())
            .skipJavaLangImports(true)
            .build();
    return Tidy.tidy(file.toString());
  }

  private static TypeNames names(AttributesPlan plan) {
    List<TypeId> users = new ArrayList<>(List.of(plan.recordType()));
    plan.enums().stream().map(EnumPlan::type).forEach(users::add);
    for (ComponentPlan each : plan.components()) {
      if (each instanceof ComponentPlan.Composed composed) {
        users.add(composed.attributesType());
      }
    }
    return new TypeNames(
        plan.type().packageName(),
        List.of(),
        List.of(Arrays.class, Attributes.class, EnumConstants.class),
        users);
  }

  private TypeSpec type() {
    TypeSpec.Builder type = TypeSpec.classBuilder(names.of(plan.type()));
    if (plan.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    type.addModifiers(Modifier.FINAL).addJavadoc("$L", comment());
    addAnnotations(type);
    for (ComponentPlan each : plan.components()) {
      if (each instanceof ComponentPlan.Own own) {
        type.addField(key(own));
      }
    }
    if (!plan.enums().isEmpty()) {
      type.addStaticBlock(
          CodeBlock.of(
              "// The values of these enums are compiled in.\n$L",
              EnumChecks.of(plan.enums(), Argument.text(plan.recordType().nestedName()), names)));
    }
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(of())
        .addMethod(put());
    plan.enums().forEach(each -> type.addMethod(value(each)));
    return type.build();
  }

  private void addAnnotations(TypeSpec.Builder type) {
    if (plan.deprecation() != Deprecation.NONE) {
      type.addAnnotation(Annotations.deprecated(plan.deprecation()));
    }
    boolean deprecation = plan.deprecatedTypes() != Deprecation.NONE;
    boolean removal =
        plan.deprecation() == Deprecation.FOR_REMOVAL
            || plan.deprecatedTypes() == Deprecation.FOR_REMOVAL;
    if (deprecation || removal) {
      type.addAnnotation(Annotations.suppressed(deprecation, removal));
    }
    if (plan.generatedAnnotation()) {
      type.addAnnotation(Annotations.generated());
    }
  }

  private String comment() {
    String name = "Attributes of a {@link " + names.shown(plan.recordType()) + "}: ";
    return Javadoc.wrap(name + "their keys, and how they are made.", 0);
  }

  private ClassName recordType() {
    return names.of(plan.recordType());
  }

  private static FieldSpec key(ComponentPlan.Own component) {
    String field = "public static final String " + component.constant() + " =";
    Argument key = Argument.text(component.key());
    int column = Indent.MEMBER.own() + Indent.CONTINUATION;
    boolean fits = Indent.MEMBER.own() + field.length() + 1 + key.width() + 1 <= Indent.MAX_COLUMN;
    CodeBlock value =
        column + key.width() + 1 <= Indent.MAX_COLUMN
            ? key.onOneLine()
            : key.broken(Indent.MEMBER, column);
    return FieldSpec.builder(
            String.class, component.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer(fits ? value : CodeBlock.of("$L$L", Indent.MEMBER.newLine(column), value))
        .build();
  }

  private MethodSpec of() {
    return MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("The attributes of {@code $L}; what is null in it is left out.", RECORD)
        .returns(Attributes.class)
        .addParameter(recordType(), RECORD)
        .addCode("$T.Builder $L = $T.builder();\n", Attributes.class, BUILDER, Attributes.class)
        .addCode("put($L, $L);\n", RECORD, BUILDER)
        .addCode("return $L.build();\n", BUILDER)
        .build();
  }

  private MethodSpec put() {
    MethodSpec.Builder put =
        MethodSpec.methodBuilder("put")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("Adds the attributes of {@code $L} to others.", RECORD)
            .addParameter(recordType(), RECORD)
            .addParameter(ClassName.get(Attributes.Builder.class), BUILDER)
            .addCode(nullCheck());
    for (ComponentPlan each : plan.components()) {
      CodeBlock statement = statement(each);
      put.addCode(
          each.nullable() ? CodeBlock.of("$L$>$L$<}\n", condition(each), statement) : statement);
    }
    return put.build();
  }

  /** The component is neither null nor the constant that leaves it out. */
  private CodeBlock condition(ComponentPlan component) {
    String value = RECORD + "." + component.accessor() + "()";
    String given = value + " != null";
    if (!(component instanceof ComponentPlan.Own own) || own.absent().isEmpty()) {
      return CodeBlock.of("if ($L) {\n", given);
    }
    ComponentPlan.EnumConstant absent = own.absent().get();
    String type = names.shown(absent.type());
    String test = value + " != " + type + "." + absent.name();
    Indent indent = Indent.STATEMENT;
    int width = "if (".length() + given.length() + " && ".length() + test.length() + ") {".length();
    String and =
        indent.own() + width <= Indent.MAX_COLUMN
            ? " && "
            : indent.newLine(indent.own() + Indent.CONTINUATION) + "&& ";
    return CodeBlock.of(
        "if ($L$L$L != $T.$L) {\n", given, and, value, names.of(absent.type()), absent.name());
  }

  private CodeBlock nullCheck() {
    String message =
        "attribute set " + plan.recordType().nestedName() + ": is null; give one instead";
    CodeBlock call =
        Call.of("throw new IllegalArgumentException", List.of(Argument.text(message)))
            .inStatement(Indent.NESTED_STATEMENT);
    return CodeBlock.of("if ($L == null) {\n$>$L;\n$<}\n", RECORD, call);
  }

  private CodeBlock statement(ComponentPlan component) {
    Indent indent = component.nullable() ? Indent.NESTED_STATEMENT : Indent.STATEMENT;
    String value = RECORD + "." + component.accessor() + "()";
    return switch (component) {
      case ComponentPlan.Own own -> {
        Call call =
            Call.of(
                BUILDER + ".put",
                List.of(Argument.code(own.constant()), converted(value, own.conversion())));
        yield CodeBlock.of("$L;\n", call.inStatement(indent));
      }
      case ComponentPlan.Composed composed -> {
        String callee = names.shown(composed.attributesType()) + ".put";
        Call call =
            new Call(
                CodeBlock.of("$T.put", names.of(composed.attributesType())),
                callee.length(),
                List.of(Argument.code(value), Argument.code(BUILDER)));
        yield CodeBlock.of("$L;\n", call.inStatement(indent));
      }
    };
  }

  private static Argument converted(String value, ComponentPlan.Conversion conversion) {
    return switch (conversion) {
      case NONE -> Argument.code(value);
      case ENUM_TO_VALUE -> Argument.code("value(" + value + ")");
      case INTS_TO_LONGS -> {
        String source = "stream(" + value + ").asLongStream().toArray()";
        yield new Argument.Code(
            "Arrays.".length() + source.length(), CodeBlock.of("$T.$L", Arrays.class, source));
      }
    };
  }

  private MethodSpec value(EnumPlan type) {
    MethodSpec.Builder value =
        MethodSpec.methodBuilder("value")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(String.class)
            .addParameter(names.of(type.type()), "constant")
            .addCode("return switch (constant) {\n$>");
    for (int i = 0; i < type.constants().size(); i++) {
      value.addCode(
          "case $L -> $L;\n", type.constants().get(i), text(type.values().get(i), i, type));
    }
    return value.addCode("$<};\n").build();
  }

  private static CodeBlock text(String value, int i, EnumPlan type) {
    Argument text = Argument.text(value);
    int column = Indent.NESTED_STATEMENT.own();
    int width = "case ".length() + type.constants().get(i).length() + " -> ".length();
    return column + width + text.width() + 1 <= Indent.MAX_COLUMN
        ? text.onOneLine()
        : CodeBlock.of(
            "$L$L",
            Indent.NESTED_STATEMENT.newLine(column + Indent.CONTINUATION),
            text.broken(Indent.NESTED_STATEMENT, column + Indent.CONTINUATION));
  }
}
