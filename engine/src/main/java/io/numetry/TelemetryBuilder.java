package io.numetry;

import io.numetry.aggregate.AggregationLevel;
import io.numetry.attribute.Attributes;
import io.numetry.bank.BankDescriptor;
import io.numetry.config.Environment;
import io.numetry.config.ResourceAttributes;
import io.numetry.export.MetricExporter;
import io.numetry.numa.NumaSystem;
import io.numetry.record.MetricSetType;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.view.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options of {@link Telemetry}. Each is checked when it is set; {@link #start()} sets everything
 * going. In code every option of the environment can be given too.
 */
public final class TelemetryBuilder {
  private static final Duration MIN_INTERVAL = Duration.ofMillis(1);

  Attributes resource = ResourceAttributes.defaults(Version.NUMBER);
  Duration interval = Duration.ofSeconds(60);
  private boolean intervalGiven;
  Duration pollPatience = Duration.ofMillis(250);
  Duration shutdownTimeout = Duration.ofSeconds(10);
  AggregationLevel level = AggregationLevel.NODE;
  final Map<String, AggregationLevel> levels = new HashMap<>();
  final List<View> views = new ArrayList<>();
  final List<MetricSetDescriptor> declared = new ArrayList<>();
  boolean formerNames;
  long bankHalfBytes = 16L << 20;
  int maxSeries = 100_000;
  boolean hostMetrics;
  Duration hostMetricsPeriod = Duration.ofSeconds(1);
  boolean disabled;
  NumaSystem numa = NumaSystem.system();
  final List<MetricExporter> exporters = new ArrayList<>();

  TelemetryBuilder() {}

  /** The attribute {@code service.name}; by default {@code unknown_service:java}. */
  public TelemetryBuilder serviceName(String name) {
    return resource(Attributes.of(ResourceAttributes.SERVICE_NAME, name));
  }

  /** Adds attributes to the resource; a key given before is replaced. */
  public TelemetryBuilder resource(Attributes attributes) {
    resource = resource.with(attributes);
    return this;
  }

  /** From the start of a collection to the start of the next; 60 s by default. */
  public TelemetryBuilder interval(Duration duration) {
    if (duration.compareTo(MIN_INTERVAL) < 0) {
      throw new IllegalArgumentException(
          "telemetry: interval=" + duration + ", write at least " + MIN_INTERVAL);
    }
    interval = duration;
    intervalGiven = true;
    return this;
  }

  /**
   * How long a collection waits for owners to poll before it goes on without them, at most half an
   * interval; 250 ms by default. What a late owner recorded goes with a later collection.
   */
  public TelemetryBuilder pollPatience(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "telemetry: pollPatience=" + duration + ", write zero or more");
    }
    pollPatience = duration;
    return this;
  }

  /** How long {@link Telemetry#close()} may take; 10 s by default. */
  public TelemetryBuilder shutdownTimeout(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "telemetry: shutdownTimeout=" + duration + ", write zero or more");
    }
    shutdownTimeout = duration;
    return this;
  }

  /** What series are summed up to; {@link AggregationLevel#NODE} by default. */
  public TelemetryBuilder level(AggregationLevel aggregationLevel) {
    level = aggregationLevel;
    return this;
  }

  /**
   * What the series of one metric set are summed up to, whatever {@link #level} says in general.
   */
  public TelemetryBuilder level(String metricSet, AggregationLevel aggregationLevel) {
    levels.put(metricSet, aggregationLevel);
    return this;
  }

  /** Adds a view: what becomes of the instruments that it selects. */
  public TelemetryBuilder view(View view) {
    views.add(view);
    return this;
  }

  /**
   * Tells which metric sets are going to be registered, so that what is wrong with them and the
   * views is an error of {@link #start} and not of the registration.
   */
  public TelemetryBuilder declare(MetricSetType<?>... types) {
    for (MetricSetType<?> type : types) {
      declared.add(type.descriptor());
    }
    return this;
  }

  /**
   * Sends metrics under their former names, too ({@link io.numetry.schema.FormerNames}); off by
   * default.
   */
  public TelemetryBuilder formerNames(boolean sent) {
    formerNames = sent;
    return this;
  }

  /**
   * Capacity of a half of a core's bank, its marks (an eighth) included; 16 MiB by default. This is
   * address space: pages are taken as sets are registered.
   */
  public TelemetryBuilder bankHalfBytes(long bytes) {
    if (!BankDescriptor.isHalfBytes(bytes)) {
      throw new IllegalArgumentException(
          "telemetry: bankHalfBytes="
              + bytes
              + ", write a positive multiple of "
              + BankDescriptor.HALF_GRANULE_BYTES
              + " up to "
              + BankDescriptor.MAX_HALF_BYTES);
    }
    bankHalfBytes = bytes;
    return this;
  }

  /**
   * How many series of one metric set a node keeps at a time; 100,000 by default. Registrations
   * past that record to one series with the attribute {@code otel.metric.overflow=true}.
   */
  public TelemetryBuilder maxSeries(int series) {
    if (series < 1) {
      throw new IllegalArgumentException("telemetry: maxSeries=" + series + ", write at least 1");
    }
    maxSeries = series;
    return this;
  }

  /**
   * Reads from the kernel, with each collection, what it keeps of the cores' threads, of the
   * process and of the NUMA nodes that have cores: the metric sets {@code numetry.thread}, {@code
   * numetry.process} and {@code numetry.node}; off by default. The node's aggregator reads; owners
   * are not interrupted. Reading allocates, on the aggregator's thread.
   */
  public TelemetryBuilder hostMetrics(boolean on) {
    hostMetrics = on;
    return this;
  }

  /**
   * The least time between two readings of {@link #hostMetrics}; 1 s by default. Collections in
   * between go without.
   */
  public TelemetryBuilder hostMetricsPeriod(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "telemetry: hostMetricsPeriod=" + duration + ", write zero or more");
    }
    hostMetricsPeriod = duration;
    return this;
  }

  /** Adds a destination; {@link Telemetry#close()} closes it. */
  public TelemetryBuilder exporter(MetricExporter exporter) {
    exporters.add(exporter);
    return this;
  }

  /** Records without collecting: cores and sets work, nothing is sent. */
  public TelemetryBuilder disabled(boolean off) {
    disabled = off;
    return this;
  }

  /** The host to place cores on, in place of {@link NumaSystem#system()}. */
  public TelemetryBuilder numa(NumaSystem system) {
    numa = system;
    return this;
  }

  /**
   * Takes the standard variables: {@code OTEL_SDK_DISABLED}, {@code OTEL_SERVICE_NAME}, {@code
   * OTEL_RESOURCE_ATTRIBUTES}, {@code OTEL_METRIC_EXPORT_INTERVAL}, {@code OTEL_METRICS_EXPORTER}
   * ({@code otlp} by default, {@code none}, or several with commas in between), and those of the
   * exporters. Where no interval is given at all, it is the shortest that one of the exporters has
   * by default.
   *
   * @throws IllegalArgumentException if an exporter is asked for that is not on the class path, or
   *     cannot be made from its variables
   */
  public TelemetryBuilder environment(Environment environment) {
    disabled = environment.isTrue("OTEL_SDK_DISABLED");
    resource(ResourceAttributes.fromEnvironment(environment));
    Optional<Duration> told = environment.positiveMillis("OTEL_METRIC_EXPORT_INTERVAL");
    told.ifPresent(this::interval);
    if (!disabled) {
      var named = new NamedExporters(environment);
      if (!intervalGiven) {
        named.defaultInterval().ifPresent(this::interval);
      }
      named.create().forEach(this::exporter);
    }
    return this;
  }

  /**
   * Starts telemetry.
   *
   * @throws IllegalStateException if views give two metrics of a declared set the same name, or two
   *     declared sets have one name
   */
  public Telemetry start() {
    return new Telemetry(this);
  }
}
