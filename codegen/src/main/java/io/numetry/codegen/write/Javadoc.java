package io.numetry.codegen.write;

/** Text as a Javadoc comment shows it. */
final class Javadoc {
  private static final String LINE_START = " * ";

  private Javadoc() {}

  /** Plain text, with all escaped that a comment, HTML or a tag would take for its own. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(
          switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '@' -> "&#64;";
            case '{' -> "&#123;";
            case '}' -> "&#125;";
            case '\\' -> "&#92;";
            case '/' -> i > 0 && text.charAt(i - 1) == '*' ? "&#47;" : "/";
            default -> String.valueOf(c);
          });
    }
    return escaped.toString();
  }

  /** Breaks a paragraph into lines for a comment at {@code column}. */
  static String wrap(String paragraph, int column) {
    int width = Indent.MAX_COLUMN - column - LINE_START.length();
    StringBuilder lines = new StringBuilder();
    int columns = 0;
    for (String word : paragraph.strip().split("\\s+", -1)) {
      if (columns > 0 && columns + 1 + word.length() <= width) {
        lines.append(' ');
        columns++;
      } else if (columns > 0) {
        lines.append('\n');
        columns = 0;
      }
      lines.append(word);
      columns += word.length();
    }
    return lines.toString();
  }
}
