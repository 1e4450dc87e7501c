package io.numetry.codegen.plan;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of one method's parameters: the interface's own, unless they would hide a constant. */
final class ParameterNames {
  /** All constants of a generated class look so. */
  private static final Pattern CONSTANT = Pattern.compile("[\\p{Lu}\\d_]+");

  private final Set<String> given = new HashSet<>();

  /** The name to use; {@code other} if {@code name} is not to be. */
  String of(String name, String other) {
    String unique = CONSTANT.matcher(name).matches() ? other : name;
    while (!given.add(unique)) {
      unique += "_";
    }
    return unique;
  }
}
