package io.numetry.bench.suite;

import io.numetry.bench.suite.Limit.AtLeast;
import io.numetry.bench.suite.Limit.AtMost;
import io.numetry.bench.suite.Limit.Over;
import java.util.List;

/** The table: a line a row. */
final class Rows {
  /** Set before there was anything to measure. */
  private static final String GOAL = "goal";

  /** Reached once, and not to be lost. */
  private static final String REACHED = "reached";

  private static final String HDR = "HdrHistogram";
  private static final String POLLED = "FlipBench.pollAfterSameRequest:sets=";
  private static final String FLIPPED = "FlipBench.pollAfterNewRequest:sets=";

  private Rows() {}

  static final List<Row> ALL =
      List.of(
          Row.of("counter add", "CounterBench.add", "field++", "CounterBench.field")
              .limit(GOAL, new AtMost(1.1)),
          Row.of("counter add", "CounterBench.add", "long[] element", "CounterBench.arrayElement"),
          Row.of(
              "counter add over 64 sets",
              "CounterBench.spreadAdds",
              "over 64 objects",
              "CounterBench.spreadFields"),
          Row.of(
                  "4 counters of a set",
                  "CounterBench.fourAdds",
                  "4 elements of a long[]",
                  "CounterBench.fourArrayElements")
              .limit(GOAL, new AtMost(1.3))
              .limit(GOAL, new Over("CounterBench.add", 3, 0.7, "ns each further")),
          Row.of(
              "experiment: add", "CounterBench.add", "without mark", "CounterBench.addWithoutMark"),
          Row.of(
              "experiment: 4 adds",
              "CounterBench.fourAdds",
              "without marks",
              "CounterBench.fourAddsWithoutMarks"),
          chain("object"),
          chain("base"),
          chain("halfAndBase"),
          chain("setHalfAndBase"),
          chain("setHalfBaseAndOffset"),
          Row.of("poll, nothing asked", "PollBench.poll", "empty call", "PollBench.emptyCall")
              .limit(GOAL, new Over("PollBench.empty", 1, 1, "ns over an empty loop")),
          flip(1),
          flip(100),
          flip(10_000),
          Row.of(
              "gauge set", "GaugeAndMmscBench.gaugeSet", "field", "GaugeAndMmscBench.gaugeField"),
          Row.of(
              "counter add of doubles",
              "GaugeAndMmscBench.doubleCounterAdd",
              "field",
              "GaugeAndMmscBench.doubleCounterField"),
          Row.of(
              "mmsc record, long",
              "GaugeAndMmscBench.mmscLongRecord",
              "fields",
              "GaugeAndMmscBench.mmscLongFields"),
          Row.of(
              "mmsc record, double",
              "GaugeAndMmscBench.mmscDoubleRecord",
              "fields",
              "GaugeAndMmscBench.mmscDoubleFields"),
          Row.of(
                  "counter with 2 enum attributes",
                  "DimensionBench.twoAttributes",
                  "without",
                  "DimensionBench.plain")
              .limit(REACHED, new AtMost(1.5)),
          Row.of(
              "the same, attributes changing",
              "DimensionBench.changingAttributes",
              "loaded only",
              "DimensionBench.plainAndLoads"),
          Row.of(
                  "exponential record, long",
                  "HistogramBench.setLong",
                  HDR,
                  "HistogramBench.hdrRecord")
              .limit(GOAL, new AtMost(1.3)),
          Row.of(
                  "exponential record, double",
                  "HistogramBench.setDouble",
                  HDR,
                  "HistogramBench.hdrRecord")
              .limit(GOAL, new AtMost(1.3)),
          Row.of(
              "exponential record, one value",
              "HistogramBench.exponentialConstant",
              HDR,
              "HistogramBench.hdrConstant"),
          Row.of(
              "record into 15 own bounds",
              "HistogramBench.setExplicit",
              HDR,
              "HistogramBench.hdrRecord"),
          mark("byteOfWord"),
          mark("byteOfSlot"),
          mark("bitOfWord"),
          mark("byteOfWordLookedAt"),
          Row.of(
              "experiment: scan of 10,000 slots, bytes",
              "MarkBench.scanBytes",
              "bits",
              "MarkBench.scanBits"),
          Row.of(
                  "drain of 10,000 sets, all touched",
                  "DrainBench.drain:every=1",
                  "1 % touched",
                  "DrainBench.drain:every=100")
              .longOperation()
              .limit(REACHED, new AtLeast(20)),
          Row.of(
                  "drain of 10,000 sets, 1 % touched",
                  "DrainBench.drain:every=100", "arrays", "DrainBench.arrays:every=100")
              .longOperation(),
          Row.of(
                  "drain of 10,000 sets, all touched",
                  "DrainBench.drain:every=1",
                  "arrays",
                  "DrainBench.arrays:every=1")
              .longOperation());

  private static Row flip(int sets) {
    return Row.of("flip, " + sets + " sets", FLIPPED + sets, "poll, nothing asked", POLLED + sets)
        .limit(GOAL, new Over(POLLED + sets, 1, 30, "ns over the poll"));
  }

  private static Row chain(String loaded) {
    return Row.of(
        "experiment: add, loaded: " + loaded,
        "AddressChainBench." + loaded,
        "nothing loaded",
        "AddressChainBench.none");
  }

  private static Row mark(String way) {
    return Row.of("experiment: 4 adds, " + way, "MarkBench." + way, "no mark", "MarkBench.none");
  }
}
