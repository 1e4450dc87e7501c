package io.numetry.bench.suite.rows;

import static io.numetry.bench.suite.rows.Rows.GOAL;
import static io.numetry.bench.suite.rows.Topic.DELIVERY;
import static io.numetry.bench.suite.rows.Topic.SPOOL;

import io.numetry.bench.suite.rows.Limit.AtMost;
import io.numetry.bench.suite.rows.Limit.Faster;
import io.numetry.bench.suite.rows.Limit.NoMore;
import java.util.List;
import java.util.Locale;

/** What sending costs. */
final class DeliveryRows {
  private static final String THEIRS = "OpenTelemetry Java's exporter";
  private static final String APPEND = "SpoolBench.append:frameBytes=";
  private static final String COPY = "SpoolBench.copy:frameBytes=";

  static final List<Row> ALL =
      List.of(
          export("recordAndExport", "openTelemetryRecordAndExport", 1_000)
              .limit(GOAL, new Faster(10)),
          cpu("recordAndExport", "openTelemetryRecordAndExport", 1_000),
          export("recordAndExport", "openTelemetryRecordAndExport", 10_000)
              .limit(GOAL, new Faster(10)),
          overBare(1_000),
          overBare(10_000),
          export("export", "openTelemetryExport", 1_000).fullOnly(),
          export("export", "openTelemetryExport", 10_000).fullOnly(),
          Row.alone(
                  DELIVERY,
                  "bytes allocated per point, encode + hand-over",
                  "HandOverBench.encodeAndHandOver:kind=NUMBER#gc.alloc.rate.norm")
              .allocating()
              .limit(GOAL, new NoMore(0.01, "B")),
          Row.of(
                  DELIVERY,
                  "bytes allocated per request of 10,000 points",
                  "RequestBench.request:series=10000#sender.alloc.norm",
                  "of 1,000 points",
                  "RequestBench.request:series=1000#sender.alloc.norm")
              .allocating()
              .limit(GOAL, new AtMost(1.1)),
          spool(10_000, "NONE"),
          spool(10_000, "INTERVAL"),
          spool(1_000_000, "INTERVAL"),
          Row.alone(SPOOL, "hand-over to the spool's thread, p50", "SpoolBench.handOver")
              .allocating()
              .fullOnly());

  private DeliveryRows() {}

  private static Row export(String ours, String theirs, int series) {
    String parameters = ":kind=NUMBER:series=" + series;
    return Row.of(
            DELIVERY,
            what(ours, series),
            "ExportBench." + ours + parameters,
            THEIRS,
            "ExportBench." + theirs + parameters)
        .allocating()
        .peer(Libraries.OPENTELEMETRY, "OTLP/HTTP exporter", "ExportBench." + theirs + parameters);
  }

  /** Beside what the kernel and the sink take of it. */
  private static Row overBare(int series) {
    String parameters = ":kind=NUMBER:series=" + series;
    return Row.of(
            DELIVERY,
            what("recordAndExport", series),
            "ExportBench.recordAndExport" + parameters,
            "the same bytes at hand, by a bare socket",
            "ExportBench.bareExchange" + parameters)
        .allocating();
  }

  /** The CPU time of the sender's process alone: on few CPUs the receiver takes from both. */
  private static Row cpu(String ours, String theirs, int series) {
    String parameters = ":kind=NUMBER:series=" + series + "#cpu.time.norm";
    return Row.of(
            DELIVERY,
            what(ours, series) + ", CPU time",
            "ExportBench." + ours + parameters,
            THEIRS,
            "ExportBench." + theirs + parameters)
        .allocating();
  }

  private static String what(String ours, int series) {
    return String.format(
        Locale.ROOT,
        "%s, per point, %,d a request",
        ours.equals("export") ? "delivery" : "record to delivery",
        series);
  }

  private static Row spool(int bytes, String sync) {
    return Row.of(
            SPOOL,
            String.format(
                Locale.ROOT,
                "append of %,d bytes, sync %s, p50",
                bytes,
                sync.toLowerCase(Locale.ROOT)),
            APPEND + bytes + ":sync=" + sync,
            "copy",
            COPY + bytes + ":sync=" + sync)
        .allocating()
        .fullOnly();
  }
}
