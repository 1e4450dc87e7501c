package io.numetry.codegen.validate;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names on the wire look, and how they follow from a method's. */
public final class Names {
  static final int MAX_LENGTH = 255;
  static final String TOTAL_SUFFIX = "_total";

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern DOTTED = Pattern.compile(WORD + "(\\." + WORD + ")*");
  private static final Pattern WORD_START =
      Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private Names() {}

  static boolean isDotted(String name) {
    return DOTTED.matcher(name).matches();
  }

  /** {@code BytesOut} becomes {@code bytes_out}, {@code HTTPRequests} {@code http_requests}. */
  public static String snakeCase(String camelCase) {
    return WORD_START.matcher(camelCase).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  static String withoutTotal(String name) {
    return name.endsWith(TOTAL_SUFFIX)
        ? withoutTotal(name.substring(0, name.length() - TOTAL_SUFFIX.length()))
        : name;
  }

  /** A name in the grammar that is close to {@code name}, or {@code example} if none is. */
  static String nearest(String name, String example) {
    String near = snakeCase(name.strip()).replaceAll("[^a-z0-9_.]", "_");
    return isDotted(near) ? near : example;
  }
}
