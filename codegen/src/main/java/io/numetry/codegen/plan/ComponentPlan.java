package io.numetry.codegen.plan;

import io.numetry.codegen.read.TypeId;
import java.util.Optional;

/** What the generated class does with one component of the record. */
public sealed interface ComponentPlan {

  /** Name of the record's method that gives the component. */
  String accessor();

  /** True if the component may be null, which leaves it out. */
  boolean nullable();

  /**
   * An attribute of the record's own.
   *
   * @param constant Java name of the key
   * @param conversion from the component to what the builder takes
   * @param absent the enum constant that leaves it out, if there is one
   */
  record Own(
      String accessor,
      String constant,
      String key,
      boolean nullable,
      Conversion conversion,
      Optional<EnumConstant> absent)
      implements ComponentPlan {}

  /** A constant of an enum. */
  record EnumConstant(TypeId type, String name) {}

  /**
   * Attributes of another set.
   *
   * @param attributesType the class that is generated for it
   */
  record Composed(String accessor, TypeId attributesType) implements ComponentPlan {
    @Override
    public boolean nullable() {
      return true;
    }
  }

  /** What is done to a value before the builder takes it. */
  enum Conversion {
    NONE,
    INTS_TO_LONGS,
    ENUM_TO_VALUE
  }
}
