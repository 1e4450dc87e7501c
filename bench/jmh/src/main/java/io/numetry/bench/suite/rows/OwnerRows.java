package io.numetry.bench.suite.rows;

import static io.numetry.bench.suite.rows.Rows.GOAL;
import static io.numetry.bench.suite.rows.Topic.FLIP;
import static io.numetry.bench.suite.rows.Topic.OWNER;

import io.numetry.bench.suite.rows.Limit.AtMost;
import io.numetry.bench.suite.rows.Limit.Over;
import java.util.List;
import java.util.Locale;

/** What an owner's duty cycle pays. */
final class OwnerRows {
  private static final String POLLED = "FlipBench.pollAfterSameRequest:sets=";
  private static final String FLIPPED = "FlipBench.pollAfterNewRequest:sets=";
  private static final String SPARE = " so that one is to spare beside the owner's";

  static final List<Row> ALL =
      List.of(
          Row.of(FLIP, "poll, nothing asked", "PollBench.poll", "empty call", "PollBench.emptyCall")
              .limit(GOAL, new Over("PollBench.empty", 1, 1, "ns over an empty loop")),
          flip(1),
          flip(100),
          flip(10_000),
          Row.of(FLIP, "poll that flips, 10,000 sets", FLIPPED + 10_000, "1 set", FLIPPED + 1)
              .limit(GOAL, new AtMost(1.2)),
          turn("p50", "RECORDING"),
          turn("p99.9", "RECORDING"),
          turn("p50", "EXPORTING"),
          turn("p99.9", "EXPORTING").limit(GOAL, new AtMost(1.1)),
          turn("p99.99", "EXPORTING"),
          turn("p99.9", "EXPORTING_OFTEN"),
          Row.of(
                  OWNER,
                  "demo's messages, exported",
                  "gateway:EXPORTING#rate",
                  "without telemetry",
                  "gateway:ABSENT#rate")
              .allocating()
              .moreIsBetter()
              .cpus(2, SPARE));

  private OwnerRows() {}

  private static Row flip(int sets) {
    return Row.of(
            FLIP,
            String.format(Locale.ROOT, sets == 1 ? "flip, %d set" : "flip, %,d sets", sets),
            FLIPPED + sets,
            "poll, nothing asked",
            POLLED + sets)
        .limit(GOAL, new Over(POLLED + sets, 1, 30, "ns over the poll"));
  }

  private static Row turn(String percentile, String scenario) {
    Row row =
        Row.of(
                OWNER,
                "owner's turn, "
                    + switch (scenario) {
                      case "RECORDING" -> "recording only, ";
                      case "EXPORTING" -> "exported each second, ";
                      default -> "exported 100 times a second, ";
                    }
                    + percentile,
                "turn:" + scenario + "#" + percentile,
                "telemetry absent",
                "turn:ABSENT#" + percentile)
            .allocating()
            .cpus(2, SPARE);
    return scenario.equals("EXPORTING")
        ? row.peer(
            Libraries.OPENTELEMETRY, "exported each second", "turn:OPENTELEMETRY#" + percentile)
        : row;
  }
}
