package io.numetry.exporter.console;

import io.numetry.attribute.Attributes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.StringJoiner;

/** Texts of a table's cells: on one line, and without what a terminal would take for a command. */
final class CellText {
  private static final MathContext DIGITS = new MathContext(6);
  private static final double MAX_PLAIN = 1e15;
  private static final double MIN_PLAIN = 1e-6;

  private CellText() {}

  /** Control characters are shown as escapes. */
  static String of(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isSafe(c)) {
                safe.appendCodePoint(c);
              } else {
                safe.append(String.format("\\u%04x", c));
              }
            });
    return safe.toString();
  }

  /** Six significant digits; whole numbers all of theirs. */
  static String of(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    double magnitude = Math.abs(number);
    if (number == Math.rint(number) && magnitude < MAX_PLAIN) {
      return Long.toString((long) number);
    }
    BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
    return magnitude >= MIN_PLAIN && magnitude < MAX_PLAIN
        ? rounded.toPlainString()
        : rounded.toString();
  }

  /** {@code key=value}, blanks between; a value that has blanks, or is empty, in quotes. */
  static String ofAttributes(Attributes attributes) {
    var text = new StringJoiner(" ");
    attributes.forEach((key, value) -> text.add(of(key) + "=" + ofValue(value)));
    return text.toString();
  }

  private static String ofValue(Object value) {
    if (value instanceof Attributes map) {
      return "{" + ofAttributes(map) + "}";
    }
    String text = of(value.toString());
    boolean quoted = value instanceof String && (text.isEmpty() || text.contains(" "));
    return quoted ? '"' + text + '"' : text;
  }

  /** No control characters, none that turn the direction of writing, no half of a pair. */
  private static boolean isSafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
