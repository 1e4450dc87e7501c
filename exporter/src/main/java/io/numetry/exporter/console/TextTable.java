package io.numetry.exporter.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of cells in aligned columns: the first three to the left, numbers to the right. If it is too
 * wide, attributes are cut first and names after them; numbers never are.
 */
final class TextTable {
  private static final int METRIC = 0;
  private static final int ATTRIBUTES = 1;
  private static final int FIRST_NUMBER = 3;
  private static final int MIN_ATTRIBUTES = 16;
  private static final int MIN_METRIC = 24;
  private static final String GAP = "  ";
  private static final String CUT = "...";

  private final int width;
  private final String[] headings;
  private final List<String[]> rows = new ArrayList<>();

  TextTable(int width, String... headings) {
    this.width = width;
    this.headings = headings;
  }

  void add(String... cells) {
    if (cells.length != headings.length) {
      throw new IllegalArgumentException("cells: " + cells.length);
    }
    rows.add(cells);
  }

  /** Nothing at all if there are no rows. */
  void appendTo(StringBuilder text) {
    if (rows.isEmpty()) {
      return;
    }
    int[] widths = new int[headings.length];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = headings[column].length();
      for (String[] row : rows) {
        widths[column] = Math.max(widths[column], row[column].length());
      }
    }
    shrink(widths, ATTRIBUTES, MIN_ATTRIBUTES);
    shrink(widths, METRIC, MIN_METRIC);
    appendRow(text, headings, widths);
    for (String[] row : rows) {
      appendRow(text, row, widths);
    }
  }

  private void shrink(int[] widths, int column, int minWidth) {
    int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - width;
    if (excess > 0) {
      widths[column] = Math.max(Math.min(widths[column], minWidth), widths[column] - excess);
    }
  }

  private static void appendRow(StringBuilder text, String[] cells, int[] widths) {
    int start = text.length();
    for (int column = 0; column < cells.length; column++) {
      String cell = cut(cells[column], widths[column], column == METRIC);
      String padding = " ".repeat(widths[column] - cell.length());
      text.append(column == 0 ? "" : GAP);
      text.append(column < FIRST_NUMBER ? cell + padding : padding + cell);
    }
    int end = text.length();
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    text.append('\n');
  }

  /**
   * A text of at most so many characters.
   *
   * @param middle cuts in the middle, because the end tells most; otherwise at the end
   */
  private static String cut(String text, int length, boolean middle) {
    if (text.length() <= length) {
      return text;
    }
    int kept = length - CUT.length();
    int tail = middle ? kept / 2 : 0;
    return text.substring(0, kept - tail) + CUT + text.substring(text.length() - tail);
  }
}
