package io.numetry.codegen.validate;

import io.numetry.schema.InstrumentKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The two parts of a recording method's name: the instrument's verb and what is recorded. */
final class MethodNames {

  /** What people write where a verb of ours belongs; used only to word what to write instead. */
  private static final List<String> OTHER_VERBS =
      List.of(
          "inc",
          "increment",
          "dec",
          "decrement",
          "sub",
          "subtract",
          "count",
          "mark",
          "observe",
          "report",
          "track",
          "update",
          "put");

  private static final Set<String> VERBS = verbs();

  private MethodNames() {}

  static boolean isBareVerb(String method) {
    return VERBS.contains(method);
  }

  /** True if {@code method} is the verb of {@code kind} and then a word. */
  static boolean fits(String method, InstrumentKind kind) {
    return method.startsWith(kind.verb())
        && method.length() > kind.verb().length()
        && Character.isUpperCase(method.charAt(kind.verb().length()));
  }

  /** {@code bytes_out} of {@code addBytesOut}; the method's name must fit. */
  static String noun(String method, InstrumentKind kind) {
    return Names.snakeCase(method.substring(kind.verb().length()));
  }

  /** The name to write for a method whose verb does not fit. */
  static String suggestion(String method, InstrumentKind kind) {
    String verb = firstWord(method);
    String noun = VERBS.contains(verb) ? method.substring(verb.length()) : method;
    String name = kind.verb() + Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
    return fits(name, kind) ? name : kind.verb() + "Received";
  }

  static String firstWord(String method) {
    int end = 0;
    while (end < method.length() && Character.isLowerCase(method.charAt(end))) {
      end++;
    }
    return method.substring(0, end);
  }

  private static Set<String> verbs() {
    Set<String> verbs = new HashSet<>(OTHER_VERBS);
    for (InstrumentKind kind : InstrumentKind.values()) {
      verbs.add(kind.verb());
    }
    return Set.copyOf(verbs);
  }
}
