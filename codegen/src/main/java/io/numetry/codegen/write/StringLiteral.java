package io.numetry.codegen.write;

import java.util.ArrayList;
import java.util.List;

/** A string as Java source. */
final class StringLiteral {
  private static final String QUOTE = "\"";

  /** The source of each character, so that no break falls into an escape. */
  private final List<String> characters;

  private StringLiteral(List<String> characters) {
    this.characters = characters;
  }

  static StringLiteral of(String value) {
    return new StringLiteral(value.codePoints().mapToObj(StringLiteral::escaped).toList());
  }

  /** The whole as one literal, with its quotes. */
  String source() {
    return QUOTE + String.join("", characters) + QUOTE;
  }

  /**
   * The whole as literals of limited width, broken after a blank or, in a word that is too long for
   * a line, anywhere.
   */
  List<String> pieces(int firstWidth, int otherWidth) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < characters.size() || pieces.isEmpty()) {
      int end = end(start, (pieces.isEmpty() ? firstWidth : otherWidth) - 2 * QUOTE.length());
      pieces.add(QUOTE + String.join("", characters.subList(start, end)) + QUOTE);
      start = end;
    }
    return pieces;
  }

  /** End of the piece that starts at {@code start} and has at most {@code width} columns. */
  private int end(int start, int width) {
    int afterBlank = start;
    int columns = 0;
    for (int at = start; at < characters.size(); at++) {
      columns += characters.get(at).length();
      if (columns > width) {
        return afterBlank > start ? afterBlank : Math.max(at, start + 1);
      }
      if (characters.get(at).equals(" ")) {
        afterBlank = at + 1;
      }
    }
    return characters.size();
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> Character.toString(codePoint);
    };
  }
}
