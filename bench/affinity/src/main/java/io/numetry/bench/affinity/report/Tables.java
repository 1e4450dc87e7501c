package io.numetry.bench.affinity.report;

import io.numetry.bench.support.report.Markup;
import java.util.List;

/** Tables whose first column names the rows; the others are figures. */
final class Tables {

  private Tables() {}

  /**
   * @param words how many columns at the left are words
   */
  static void write(Markup page, int words, List<String> heads, List<List<String>> rows) {
    page.open("div", "class", "scroll").open("table").open("tr");
    for (int i = 0; i < heads.size(); i++) {
      page.leaf("th", heads.get(i), "class", i < words ? "w" : "n");
    }
    page.close();
    for (List<String> row : rows) {
      page.open("tr");
      for (int i = 0; i < row.size(); i++) {
        page.leaf("td", row.get(i), "class", i < words ? "w" : "n");
      }
      page.close();
    }
    page.close().close().line();
  }
}
