package io.numetry.schema;

import java.util.Arrays;
import java.util.List;

/** The check that generated code makes of the enums whose constants are compiled into it. */
public final class EnumConstants {
  private EnumConstants() {}

  /**
   * Makes sure that {@code type} has the constants that generated code was compiled with: it takes
   * a constant's ordinal for the place of a cell, or of a value on the wire. They differ if the
   * enum was compiled again, and the generated code was not.
   *
   * @param user whose code it is, for the message: a metric set's name, say
   * @param compiled names of the constants in the generated code, in the order of their ordinals
   * @throws IllegalStateException if the enum has other constants, or the same in another order
   */
  public static void require(String user, Class<? extends Enum<?>> type, String... compiled) {
    List<String> expected = List.of(compiled);
    List<String> actual = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    if (!actual.equals(expected)) {
      throw new IllegalStateException(
          user
              + ": compiled for another "
              + type.getName()
              + ": constants="
              + expected
              + ", this one's are "
              + actual
              + "; compile the schema again together with the enum");
    }
  }
}
