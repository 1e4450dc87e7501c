package io.numetry.bench.suite.rows;

import static io.numetry.bench.suite.rows.Rows.GOAL;
import static io.numetry.bench.suite.rows.Rows.REACHED;
import static io.numetry.bench.suite.rows.Topic.RECORDING;
import static io.numetry.bench.suite.rows.Topic.SHARED;

import io.numetry.bench.suite.rows.Limit.AtMost;
import io.numetry.bench.suite.rows.Limit.Over;
import java.util.List;

/** What a recording costs. */
final class RecordingRows {
  private static final String HISTOGRAM = "HdrHistogram's recordValue";
  private static final String CUMULATIVE = ":temporality=CUMULATIVE";
  private static final String DELTA = ":temporality=DELTA";

  static final List<Row> ALL =
      List.of(
          counterAdd(),
          row("counter add", "CounterBench.add", "long[] element", "CounterBench.arrayElement"),
          row(
              "counter add over 64 sets",
              "CounterBench.spreadAdds",
              "over 64 objects",
              "CounterBench.spreadFields"),
          row(
                  "4 counters of a set",
                  "CounterBench.fourAdds",
                  "4 elements of a long[]",
                  "CounterBench.fourArrayElements")
              .limit(GOAL, new AtMost(1.3))
              .limit(GOAL, new Over("CounterBench.add", 3, 0.7, "ns each further")),
          row(
              "counter add of doubles",
              "GaugeAndMmscBench.doubleCounterAdd",
              "field",
              "GaugeAndMmscBench.doubleCounterField"),
          row(
                  "counter with 2 enum attributes",
                  "DimensionBench.twoAttributes",
                  "without",
                  "DimensionBench.plain")
              .limit(REACHED, new AtMost(1.5)),
          row(
              "counter with 2 enum attributes, changing",
              "DimensionBench.changingAttributes",
              "loaded only",
              "DimensionBench.plainAndLoads"),
          row("gauge set", "GaugeAndMmscBench.gaugeSet", "field", "GaugeAndMmscBench.gaugeField"),
          row(
              "mmsc record, long",
              "GaugeAndMmscBench.mmscLongRecord",
              "fields",
              "GaugeAndMmscBench.mmscLongFields"),
          row(
              "mmsc record, double",
              "GaugeAndMmscBench.mmscDoubleRecord",
              "fields",
              "GaugeAndMmscBench.mmscDoubleFields"),
          row(
                  "exponential record, long",
                  "HistogramBench.setLong",
                  HISTOGRAM,
                  "HistogramBench.hdrRecord")
              .limit(GOAL, new AtMost(1.3)),
          row(
                  "exponential record, double",
                  "HistogramBench.setDouble",
                  HISTOGRAM,
                  "HistogramBench.hdrRecord")
              .limit(GOAL, new AtMost(1.3)),
          row(
                  "exponential record, one value",
                  "HistogramBench.exponentialConstant",
                  HISTOGRAM,
                  "HistogramBench.hdrConstant")
              .fullOnly(),
          row(
              "record into 15 own bounds",
              "HistogramBench.setExplicit",
              HISTOGRAM,
              "HistogramBench.hdrRecord"),
          peersOfCounter(),
          peersOfGauge(),
          peersOfExponential(),
          peersOfExplicit(),
          sharedCounter(2),
          sharedExponential(2),
          sharedCounter(4).cpus(4, " for as many threads"),
          sharedExponential(4).cpus(4, " for as many threads"));

  private RecordingRows() {}

  private static Row row(String what, String ours, String baseline, String base) {
    return Row.of(RECORDING, what, ours, baseline, base);
  }

  private static Row counterAdd() {
    return row("counter add", "CounterBench.add", "field++", "CounterBench.field")
        .limit(GOAL, new AtMost(1.1));
  }

  private static Row peersOfCounter() {
    return row(
            "counter add, beside peers",
            "RecordBench.counterNumetry",
            "field++",
            "RecordBench.counterPlainField")
        .peer(
            Libraries.OPENTELEMETRY, "bound", "RecordBench.counterOpenTelemetryBound" + CUMULATIVE)
        .peer(Libraries.OPENTELEMETRY, "unbound", "RecordBench.counterOpenTelemetry" + CUMULATIVE)
        .peer(
            Libraries.OPENTELEMETRY,
            "bound, delta",
            "RecordBench.counterOpenTelemetryBound" + DELTA)
        .peer(Libraries.MICROMETER, "", "RecordBench.counterMicrometer")
        .peer(Libraries.PROMETHEUS, "", "RecordBench.counterPrometheus")
        .peer(Libraries.AGRONA, "plain, single writer", "RecordBench.counterAgronaOwn")
        .peer(Libraries.AGRONA, "atomic", "RecordBench.counterAgrona")
        .peer(Libraries.JDK, "LongAdder", "RecordBench.counterLongAdder")
        .peer(Libraries.JDK, "AtomicLong", "RecordBench.counterAtomicLong");
  }

  private static Row peersOfGauge() {
    return Row.alone(RECORDING, "gauge set, beside peers", "RecordBench.gaugeNumetry")
        .peer(Libraries.OPENTELEMETRY, "bound", "RecordBench.gaugeOpenTelemetryBound" + CUMULATIVE)
        .peer(Libraries.PROMETHEUS, "", "RecordBench.gaugePrometheus");
  }

  private static Row peersOfExponential() {
    return row(
            "exponential record, beside peers",
            "RecordBench.exponentialNumetry",
            HISTOGRAM,
            "RecordBench.exponentialHdrOwn")
        .limit(GOAL, new AtMost(1.3))
        .peer(
            Libraries.OPENTELEMETRY,
            "bound",
            "RecordBench.exponentialOpenTelemetryBound" + CUMULATIVE)
        .peer(
            Libraries.OPENTELEMETRY, "unbound", "RecordBench.exponentialOpenTelemetry" + CUMULATIVE)
        .peer(Libraries.MICROMETER, "", "RecordBench.exponentialMicrometer")
        .peer(Libraries.PROMETHEUS, "native", "RecordBench.exponentialPrometheusNative")
        .peer(Libraries.HDR, "Recorder", "RecordBench.exponentialHdrRecorder");
  }

  private static Row peersOfExplicit() {
    return Row.alone(
            RECORDING,
            "record into the default bounds, beside peers",
            "RecordBench.explicitNumetry")
        .peer(
            Libraries.OPENTELEMETRY, "bound", "RecordBench.explicitOpenTelemetryBound" + CUMULATIVE)
        .peer(Libraries.MICROMETER, "", "RecordBench.explicitMicrometer")
        .peer(Libraries.PROMETHEUS, "classic", "RecordBench.explicitPrometheusClassic");
  }

  private static Row sharedCounter(int threads) {
    String at = "@" + threads;
    return Row.of(
            SHARED,
            "counter add, " + threads + " threads",
            "RecordBench.counterNumetry" + at,
            "one thread",
            "RecordBench.counterNumetry")
        .peer(Libraries.JDK, "LongAdder", "RecordBench.counterLongAdder" + at)
        .peer(Libraries.JDK, "AtomicLong", "RecordBench.counterAtomicLong" + at)
        .peer(
            Libraries.OPENTELEMETRY,
            "bound",
            "RecordBench.counterOpenTelemetryBound" + CUMULATIVE + at)
        .peer(
            Libraries.OPENTELEMETRY,
            "bound, own",
            "RecordBench.counterOpenTelemetryOwn" + CUMULATIVE + at)
        .peer(Libraries.PROMETHEUS, "", "RecordBench.counterPrometheus" + at);
  }

  private static Row sharedExponential(int threads) {
    String at = "@" + threads;
    return Row.of(
            SHARED,
            "exponential record, " + threads + " threads",
            "RecordBench.exponentialNumetry" + at,
            "one thread",
            "RecordBench.exponentialNumetry")
        .peer(
            Libraries.OPENTELEMETRY,
            "bound",
            "RecordBench.exponentialOpenTelemetryBound" + CUMULATIVE + at)
        .peer(
            Libraries.OPENTELEMETRY,
            "bound, own",
            "RecordBench.exponentialOpenTelemetryOwn" + CUMULATIVE + at)
        .peer(Libraries.PROMETHEUS, "native", "RecordBench.exponentialPrometheusNative" + at);
  }
}
