package io.numetry.bench.suite.rows;

import static io.numetry.bench.suite.rows.Rows.GOAL;
import static io.numetry.bench.suite.rows.Rows.REACHED;
import static io.numetry.bench.suite.rows.Topic.CYCLE;
import static io.numetry.bench.suite.rows.Topic.SCALE;

import io.numetry.bench.suite.rows.Limit.AtLeast;
import io.numetry.bench.suite.rows.Limit.AtMost;
import io.numetry.bench.suite.rows.Limit.Faster;
import io.numetry.bench.suite.rows.Limit.NoMore;
import java.util.List;
import java.util.Locale;

/** What a collection costs. */
final class CycleRows {
  private static final String NUMBER = ":kind=NUMBER";
  private static final String EXPONENTIAL = ":kind=EXPONENTIAL";
  private static final String ENCODE = "EncodeBench.encode";
  private static final String DRAIN_AND_ENCODE = "EncodeBench.drainAndEncode";
  private static final String OPENTELEMETRY = "EncodeBench.openTelemetryCollectAndMarshal";
  private static final String BUSY = "BusyIntervalBench.drainAndEncode";
  private static final String OPENTELEMETRY_BUSY =
      "BusyIntervalBench.openTelemetryCollectAndMarshal";
  private static final String THEIRS = "OpenTelemetry Java's collect and marshal";
  private static final String CYCLE_OF = "ScaleBench.cycle" + NUMBER + ":series=";
  private static final String OPENTELEMETRY_CYCLE =
      "ScaleBench.openTelemetryCycle" + NUMBER + ":series=";

  static final List<Row> ALL =
      List.of(
          row(
                  "drain + encode, number point",
                  DRAIN_AND_ENCODE + NUMBER,
                  "copy of the bytes, in cache",
                  "EncodeBench.copyInCache" + NUMBER)
              .limit(GOAL, new AtMost(3)),
          row(
                  "encode, number point",
                  ENCODE + NUMBER,
                  "copy of the bytes, in cache",
                  "EncodeBench.copyInCache" + NUMBER)
              .limit(GOAL, new AtMost(3))
              .peer(
                  Libraries.PROTOBUF,
                  "messages built and written",
                  "EncodeBench.protobuf" + NUMBER),
          row(
                  "encode, number point",
                  ENCODE + NUMBER,
                  "copy of the bytes, in no cache",
                  "EncodeBench.copyUncached" + NUMBER)
              .limit(GOAL, new AtMost(3)),
          row(
                  "drain + encode, number point",
                  DRAIN_AND_ENCODE + NUMBER,
                  "copy of the bytes, in no cache",
                  "EncodeBench.copyUncached" + NUMBER)
              .limit(GOAL, new AtMost(3)),
          row(
                  "drain + encode, number point",
                  DRAIN_AND_ENCODE + NUMBER,
                  THEIRS,
                  OPENTELEMETRY + NUMBER)
              .limit(GOAL, new Faster(20))
              .peer(Libraries.OPENTELEMETRY, "collect and marshal", OPENTELEMETRY + NUMBER),
          row("encode, number point", ENCODE + NUMBER, THEIRS, OPENTELEMETRY + NUMBER)
              .limit(GOAL, new Faster(20)),
          row(
                  "drain + encode, exponential point",
                  DRAIN_AND_ENCODE + EXPONENTIAL,
                  THEIRS,
                  OPENTELEMETRY + EXPONENTIAL)
              .limit(GOAL, new Faster(10))
              .peer(Libraries.OPENTELEMETRY, "collect and marshal", OPENTELEMETRY + EXPONENTIAL),
          row(
                  "drain + encode, exponential point of 100 new values",
                  BUSY,
                  THEIRS,
                  OPENTELEMETRY_BUSY)
              .limit(GOAL, new Faster(10))
              .peer(Libraries.OPENTELEMETRY, "collect and marshal", OPENTELEMETRY_BUSY),
          row(
              "first 100 exponential records after a flip",
              "BusyIntervalBench.record",
              "HdrHistogram's recordValue",
              "BusyIntervalBench.hdrHistogram"),
          row(
                  "encode, exponential point",
                  ENCODE + EXPONENTIAL,
                  "copy of the bytes, in cache",
                  "EncodeBench.copyInCache" + EXPONENTIAL)
              .peer(
                  Libraries.PROTOBUF,
                  "messages built and written",
                  "EncodeBench.protobuf" + EXPONENTIAL)
              .fullOnly(),
          row(
                  "drain of 10,000 sets, all touched",
                  "DrainBench.drain:every=1",
                  "1 % touched",
                  "DrainBench.drain:every=100")
              .limit(REACHED, new AtLeast(20)),
          row(
              "drain of 10,000 sets, 1 % touched",
              "DrainBench.drain:every=100", "arrays", "DrainBench.arrays:every=100"),
          row(
              "drain of 10,000 sets, all touched",
              "DrainBench.drain:every=1",
              "arrays",
              "DrainBench.arrays:every=1"),
          scale(10_000).fullOnly(),
          scale(100_000),
          scale(1_000_000).fullOnly(),
          Row.alone(
                  SCALE,
                  "bytes allocated per point, record to encoded",
                  CYCLE_OF + "1000#gc.alloc.rate.norm")
              .allocating()
              .limit(GOAL, new NoMore(0.01, "B")),
          peerOfCycle(1_000),
          peerOfCycle(10_000).fullOnly(),
          peerOfCycle(100_000),
          peerOfCycle(1_000_000).fullOnly());

  private CycleRows() {}

  private static Row row(String what, String ours, String baseline, String base) {
    return Row.of(CYCLE, what, ours, baseline, base).allocating();
  }

  private static Row scale(int series) {
    return Row.of(
            SCALE,
            String.format(Locale.ROOT, "cycle per point, %,d series", series),
            CYCLE_OF + series,
            "1,000 series",
            CYCLE_OF + 1_000)
        .allocating()
        .limit(GOAL, new AtMost(1.5));
  }

  private static Row peerOfCycle(int series) {
    return Row.alone(
            SCALE,
            String.format(Locale.ROOT, "cycle per point, %,d series, beside peers", series),
            CYCLE_OF + series)
        .allocating()
        .peer(Libraries.OPENTELEMETRY, "record, collect, marshal", OPENTELEMETRY_CYCLE + series);
  }
}
