package io.numetry.bench.assembly;

import java.util.List;

/**
 * One operation whose machine code is shown.
 *
 * @param what in words
 * @param bench the class of its benchmark, in {@code io.numetry.bench.jmh}
 * @param method the benchmark
 * @param ours false for what it is held against
 */
record HotPath(String what, String bench, String method, boolean ours) {

  /** JMH's loop around nothing; what is in it is in all others, too. */
  static final HotPath EMPTY = new HotPath("empty loop", "PollBench", "empty", false);

  static final List<HotPath> ALL =
      List.of(
          EMPTY,
          new HotPath("`field++`", "CounterBench", "field", false),
          new HotPath("`field++` of a loaded object", "AddressChainBench", "object", false),
          new HotPath(
              "add at set, half, base, offset", "AddressChainBench", "setHalfBaseAndOffset", false),
          new HotPath("counter add", "CounterBench", "add", true),
          new HotPath("counter with 2 enum attributes", "DimensionBench", "twoAttributes", true),
          new HotPath("4 elements of a `long[]`", "CounterBench", "fourArrayElements", false),
          new HotPath("4 counters of a set", "CounterBench", "fourAdds", true),
          new HotPath("poll, nothing asked", "PollBench", "poll", true),
          new HotPath("store to a field", "GaugeAndMmscBench", "gaugeField", false),
          new HotPath("gauge set", "GaugeAndMmscBench", "gaugeSet", true),
          new HotPath("HdrHistogram record", "HistogramBench", "hdrRecord", false),
          new HotPath("exponential histogram record", "HistogramBench", "setLong", true));

  /** The method that JMH generates, whose loop calls the benchmark; it is inlined there. */
  String stub() {
    return "*" + bench + "_" + method + "_jmhTest." + method + "_avgt_jmhStub";
  }

  String include() {
    return "^io\\.numetry\\.bench\\.jmh\\." + bench + "\\." + method + "$";
  }
}
