package io.numetry.bench.suite;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rows with their figures and verdicts, and a table of the peers below. */
final class TextTable {
  private static final double NOTHING_ALLOCATED = 0.01;
  private static final double PERCENT = 100;

  private TextTable() {}

  /**
   * Rows of which something was not measured are left out.
   *
   * @return true if all limits are met
   */
  static boolean print(List<Row> rows, Results results, PrintStream out) {
    List<Row> measured =
        rows.stream().filter(row -> row.benches().stream().allMatch(results::has)).toList();
    out.printf(
        Locale.ROOT,
        "%n%-42s %-22s %10s %10s %7s %6s  %-42s %-7s %-4s %8s%n",
        "what",
        "beside",
        "ours ns",
        "base ns",
        "ratio",
        "+- %",
        "limit",
        "from",
        "met",
        "B/op");
    boolean allMet = true;
    for (Row row : measured) {
      String verdict = verdict(row, results);
      allMet &= !verdict.equals("NO");
      out.printf(
          Locale.ROOT,
          "%-42s %-22s %10.2f %10.2f %7.2f %6.0f  %-42s %-7s %-4s %8.3f%n",
          row.what(),
          row.baseline(),
          results.score(row.ours()),
          results.score(row.base()),
          results.score(row.ours()) / results.score(row.base()),
          PERCENT * results.ratioError(row.ours(), row.base()),
          limits(row, results),
          row.origin().isEmpty() ? "-" : row.origin(),
          verdict,
          results.allocated(row.ours()));
    }
    peers(measured, results, out);
    return allMet;
  }

  private static void peers(List<Row> rows, Results results, PrintStream out) {
    if (rows.stream().allMatch(row -> row.peers().isEmpty())) {
      return;
    }
    out.printf(
        Locale.ROOT,
        "%n%-42s %-32s %10s %10s %10s %6s%n",
        "what",
        "peer",
        "ours ns",
        "peer ns",
        "peer/ours",
        "+- %");
    for (Row row : rows) {
      for (Row.Peer peer : row.peers()) {
        out.printf(
            Locale.ROOT,
            "%-42s %-32s %10.2f %10.2f %10.2f %6.0f%n",
            row.what(),
            peer.name(),
            results.score(row.ours()),
            results.score(peer.bench()),
            results.score(peer.bench()) / results.score(row.ours()),
            PERCENT * results.ratioError(row.ours(), peer.bench()));
      }
    }
  }

  private static String limits(Row row, Results results) {
    return row.limits().isEmpty()
        ? "-"
        : row.limits().stream()
            .map(
                limit ->
                    String.format(
                        Locale.ROOT, "%s (%.2f)", limit.text(), limit.figure(row, results)))
            .collect(Collectors.joining(" or "));
  }

  static String verdict(Row row, Results results) {
    if (row.limits().isEmpty()) {
      return "-";
    }
    boolean kept = row.limits().stream().anyMatch(limit -> limit.keeps(limit.figure(row, results)));
    boolean allocates = !row.mayAllocate() && results.allocated(row.ours()) > NOTHING_ALLOCATED;
    return kept && !allocates ? "yes" : "NO";
  }
}
