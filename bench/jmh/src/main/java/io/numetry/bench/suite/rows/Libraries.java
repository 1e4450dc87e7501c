package io.numetry.bench.suite.rows;

/** The peers' names, as their tables are headed. */
final class Libraries {
  static final String OPENTELEMETRY = "OpenTelemetry Java";
  static final String MICROMETER = "Micrometer";
  static final String PROMETHEUS = "Prometheus client_java";
  static final String AGRONA = "Agrona";
  static final String HDR = "HdrHistogram";
  static final String JDK = "JDK";
  static final String PROTOBUF = "protobuf-java";

  private Libraries() {}
}
