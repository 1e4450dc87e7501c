package io.numetry.config;

import java.util.Optional;

/**
 * The options of telemetry as a whole: what each is called in code and in the environment, its
 * default, and the rule it follows. The reference of the documentation is written from it.
 *
 * <p>Those without a name in code are variables of the specification that telemetry knows and does
 * not follow; it says so where one is set.
 */
public enum TelemetryOption {
  SERVICE_NAME(
      "serviceName",
      "OTEL_SERVICE_NAME",
      "`unknown_service:java`",
      "beats `service.name` in the next one"),
  RESOURCE(
      "resource",
      "OTEL_RESOURCE_ATTRIBUTES",
      "`telemetry.sdk.*`",
      "`key=value,key=value`, percent-encoded; a list with a mistake is ignored whole"),
  INTERVAL(
      "interval",
      "OTEL_METRIC_EXPORT_INTERVAL",
      "60 s, 10 s for the console",
      "ms; from the start of a collection to the next"),
  EXPORT_TIMEOUT(
      "exportTimeout",
      "OTEL_METRIC_EXPORT_TIMEOUT",
      "30 s",
      "ms, 0 for no limit; how long `flush()` waits for collecting and delivery. Collecting itself"
          + " never waits for a destination, and what is late is delivered later"),
  EXPORTER(
      "exporter",
      "OTEL_METRICS_EXPORTER",
      "none in code, `otlp` in the environment",
      "`otlp`, `console`, `otlp/stdout` (OTLP/JSON lines), several with commas in between, or `none`;"
          + " any other is an error. `logging` is the deprecated name of `console`. In code also a"
          + " destination of one's own, a `SnapshotReader` say"),
  DISABLED("disabled", "OTEL_SDK_DISABLED", "`false`", "cores work, nothing is collected"),
  LEVEL(
      "level",
      "",
      "`NODE`",
      "`CORE`: a series a core, with `cpu.logical_number`; `NODE`: a series a NUMA node, with"
          + " `numa.node.id`; `PROCESS`: one series; of all metric sets, or of one"),
  VIEW(
      "view",
      "",
      "none",
      "how instruments are sent: renamed, described, with fewer attributes, or not at all"
          + " ([guide](guide.md))"),
  FORMER_NAMES("formerNames", "", "`false`", "metrics are sent under their `@FormerNames`, too"),
  DECLARE(
      "declare",
      "",
      "none",
      "sets that will be registered: a mistake in them or the views is an error of `start()`"),
  POLL_PATIENCE(
      "pollPatience",
      "",
      "250 ms, at most half an interval",
      "how long a collection waits for owners"),
  SHUTDOWN_TIMEOUT("shutdownTimeout", "", "10 s", "how long `close()` may take"),
  BANK_HALF_BYTES("bankHalfBytes", "", "16 MiB", "capacity of a core's half, address space only"),
  MAX_SERIES(
      "maxSeries",
      "",
      "100,000",
      "series of one metric set on a node; registrations past it record to the series"
          + " `otel.metric.overflow=true`"),
  HOST_METRICS(
      "hostMetrics",
      "",
      "`false`",
      "what the kernel keeps of the cores' threads, the process and the NUMA nodes"
          + " ([guide](guide.md))"),
  HOST_METRICS_PERIOD(
      "hostMetricsPeriod", "", "1 s", "the least time between two readings of these"),
  PLACEMENT(
      "placement",
      "",
      "none",
      "a request: cores, aggregators and exporters' threads get CPUs by a plan"
          + " ([guide](guide.md))"),
  PLACEMENT_POLICY(
      "placementPolicy",
      "",
      "`CORES` strict, else best effort",
      "what happens if something cannot be placed"),
  BANK_MEMORY(
      "bankMemory",
      "",
      "ordinary pages",
      "huge or locked pages for banks; pooled huge pages take the whole bank at once, locked ones"
          + " count whole against `ulimit -l`"),
  PLACEMENT_FILE(
      "placementFile",
      "NUMETRY_PLACEMENT_FILE",
      "none",
      "a file for `numa-doctor --placement`, readable by its owner alone, removed at the end; `%p` is"
          + " the process's number; one telemetry a file"),
  NUMA("numa", "", "this host", "another `NumaSystem`, for tests"),
  CONFIG_FILE(
      "",
      "OTEL_CONFIG_FILE",
      "none",
      "an error: with it all other variables would have to be ignored, and files are not read yet."
          + " A guard warns and sends nothing. `OTEL_EXPERIMENTAL_CONFIG_FILE` likewise"),
  EXEMPLAR_FILTER(
      "",
      "OTEL_METRICS_EXEMPLAR_FILTER",
      "`always_off`",
      "`always_on` and `trace_based` are not followed: no exemplars are recorded"),
  ENTITIES("", "OTEL_ENTITIES", "none", "not followed: write its attributes into the resource's"),
  LOG_LEVEL(
      "",
      "OTEL_LOG_LEVEL",
      "`info`",
      "not followed: messages go to `System.Logger`; set the level of `io.numetry` where those go"),
  ATTRIBUTE_LIMITS(
      "",
      "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT",
      "no limit",
      "not for metrics, says the specification; `OTEL_ATTRIBUTE_COUNT_LIMIT` likewise");

  private final String inCode;
  private final String variable;
  private final String byDefault;
  private final String rule;

  TelemetryOption(String inCode, String variable, String byDefault, String rule) {
    this.inCode = inCode;
    this.variable = variable;
    this.byDefault = byDefault;
    this.rule = rule;
  }

  /** Its method in the builder; empty if there is none. */
  public Optional<String> inCode() {
    return Optional.of(inCode).filter(name -> !name.isEmpty());
  }

  /** Its variable; empty if there is none. */
  public Optional<String> variable() {
    return Optional.of(variable).filter(name -> !name.isEmpty());
  }

  /** The table for people, in Markdown. */
  public static String reference() {
    var table =
        new StringBuilder("| in code | variable | default | |\n| --- | --- | --- | --- |\n");
    for (TelemetryOption option : values()) {
      table
          .append("| ")
          .append(quoted(option.inCode))
          .append(" | ")
          .append(quoted(option.variable))
          .append(" | ")
          .append(option.byDefault)
          .append(" | ")
          .append(option.rule)
          .append(" |\n");
    }
    return table.toString();
  }

  private static String quoted(String name) {
    return name.isEmpty() ? "" : "`" + name + "`";
  }
}
