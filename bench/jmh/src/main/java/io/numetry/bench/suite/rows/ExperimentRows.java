package io.numetry.bench.suite.rows;

import static io.numetry.bench.suite.rows.Topic.EXPERIMENT;

import java.util.List;

/** What parts of the design cost. */
final class ExperimentRows {
  static final List<Row> ALL =
      List.of(
          row("add", "CounterBench.add", "without mark", "CounterBench.addWithoutMark"),
          row(
              "4 adds",
              "CounterBench.fourAdds",
              "without marks",
              "CounterBench.fourAddsWithoutMarks"),
          chain("object"),
          chain("base"),
          chain("halfAndBase"),
          chain("setHalfAndBase"),
          chain("setHalfBaseAndOffset"),
          mark("byteOfWord"),
          mark("byteOfSlot"),
          mark("bitOfWord"),
          mark("byteOfWordLookedAt"),
          row("scan of 10,000 slots, bytes", "MarkBench.scanBytes", "bits", "MarkBench.scanBits"),
          loop("merge", "160 buckets merged", ":buckets=160"),
          loop("clear", "160 buckets cleared", ":buckets=160"),
          loop("pack", "160 counts packed", ":buckets=160"),
          loop("scan", "10,000 marks scanned", ""),
          vector("merge", "160 buckets merged", ":buckets=160"),
          vector("clear", "160 buckets cleared", ":buckets=160"),
          vector("pack", "160 counts packed", ":buckets=160"),
          vector("scan", "10,000 marks scanned", ""));

  private ExperimentRows() {}

  private static Row row(String what, String ours, String baseline, String base) {
    return Row.of(EXPERIMENT, "experiment: " + what, ours, baseline, base).fullOnly();
  }

  private static Row chain(String loaded) {
    return row(
        "add, loaded: " + loaded,
        "AddressChainBench." + loaded,
        "nothing loaded",
        "AddressChainBench.none");
  }

  private static Row loop(String loop, String what, String parameters) {
    return way(loop, what + ", branch-free loop", parameters, "BRANCH_FREE");
  }

  private static Row vector(String loop, String what, String parameters) {
    return way(loop, what + ", Vector API", parameters, "VECTOR");
  }

  private static Row way(String loop, String what, String parameters, String way) {
    String benchmark = "VectorBench." + loop + parameters + ":way=";
    return row(what, benchmark + way, "the engine's loop", benchmark + "PLAIN");
  }

  private static Row mark(String way) {
    return row("4 adds, " + way, "MarkBench." + way, "no mark", "MarkBench.none");
  }
}
