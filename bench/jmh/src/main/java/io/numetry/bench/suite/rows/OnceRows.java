package io.numetry.bench.suite.rows;

import static io.numetry.bench.suite.rows.Topic.START;

import java.util.List;

/** What there is to pay once, and what stays. */
final class OnceRows {
  private static final String BOUND = "bound instruments";

  static final List<Row> ALL =
      List.of(
          Row.alone(START, "start to first recording, fresh JVM", "StartBench.numetry")
              .allocating()
              .peer(Libraries.OPENTELEMETRY, "", "StartBench.openTelemetry"),
          Row.alone(START, "first 10,000 series, fresh JVM", "RegistrationBench.numetry")
              .allocating()
              .peer(Libraries.OPENTELEMETRY, BOUND, "RegistrationBench.openTelemetry"),
          Row.alone(START, "memory per counter series", "memory:NUMETRY_NUMBER#total")
              .allocating()
              .peer(Libraries.OPENTELEMETRY, BOUND, "memory:OPENTELEMETRY_NUMBER#total")
              .peer(Libraries.MICROMETER, "simple registry", "memory:MICROMETER_NUMBER#total")
              .peer(Libraries.PROMETHEUS, "", "memory:PROMETHEUS_NUMBER#total"),
          Row.of(
                  START,
                  "memory per counter series, Java heap",
                  "memory:NUMETRY_NUMBER#heap",
                  "heap and native",
                  "memory:NUMETRY_NUMBER#total")
              .allocating(),
          Row.alone(START, "memory per exponential series", "memory:NUMETRY_EXPONENTIAL#total")
              .allocating()
              .peer(Libraries.OPENTELEMETRY, BOUND, "memory:OPENTELEMETRY_EXPONENTIAL#total"));

  private OnceRows() {}
}
