package io.numetry.bench.suite.report;

import io.numetry.bench.support.report.Markup;
import java.util.List;

/** Tables whose first columns are words; narrow screens show each row as a block. */
final class Tables {
  private Tables() {}

  /**
   * Writes one.
   *
   * @param words how many columns at the left are words
   */
  static void write(Markup page, int words, List<String> heads, List<List<String>> rows) {
    page.open("table").open("tbody");
    page.open("tr", "class", "heads");
    for (int i = 0; i < heads.size(); i++) {
      page.leaf("th", heads.get(i), "class", isWords(heads.get(i), i, words) ? "w" : "n");
    }
    page.close();
    for (List<String> row : rows) {
      page.open("tr");
      for (int i = 0; i < row.size(); i++) {
        String text = row.get(i);
        boolean verdict = heads.get(i).equals("met") && !text.equals("-");
        page.leaf(
            "td",
            text,
            "class",
            verdict ? text.replaceFirst(",.*", "") : isWords(heads.get(i), i, words) ? "w" : "n",
            "data-head",
            heads.get(i));
      }
      page.close();
    }
    page.close().close().line();
  }

  private static boolean isWords(String head, int column, int words) {
    return column < words || head.equals("limit") || head.equals("met");
  }
}
