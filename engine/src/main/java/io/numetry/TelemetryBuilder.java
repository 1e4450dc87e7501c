package io.numetry;

import io.numetry.aggregate.AggregationLevel;
import io.numetry.attribute.Attributes;
import io.numetry.bank.BankDescriptor;
import io.numetry.config.Environment;
import io.numetry.config.ResourceAttributes;
import io.numetry.config.UnfollowedVariables;
import io.numetry.export.MetricExporter;
import io.numetry.numa.MemoryOptions;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.placement.PlacementRequest;
import io.numetry.numa.placement.PlacementStrategy;
import io.numetry.numa.topology.HostTopology;
import io.numetry.placement.PlacementOptions;
import io.numetry.placement.PlacementPolicy;
import io.numetry.placement.PlacementSubject;
import io.numetry.record.MetricSetType;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.view.View;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@link Telemetry}. Each is checked when it is set; {@link #start()} sets everything
 * going. In code every option of the environment can be given too.
 */
public final class TelemetryBuilder {
  /** Names the file of {@link #placementFile}. */
  public static final String PLACEMENT_FILE_PROPERTY = "numetry.placement.file";

  /** Names the file of {@link #placementFile}. */
  public static final String PLACEMENT_FILE_VARIABLE = "NUMETRY_PLACEMENT_FILE";

  private static final Duration MIN_INTERVAL = Duration.ofMillis(1);

  Attributes resource = ResourceAttributes.defaults(Version.NUMBER);
  Duration interval = Duration.ofSeconds(60);
  private boolean intervalGiven;
  Duration pollPatience = Duration.ofMillis(250);
  Duration exportTimeout = Duration.ofSeconds(30);
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
  private Function<HostTopology, @Nullable PlacementPlan> placement = host -> null;
  private final Map<PlacementSubject, PlacementPolicy> placementPolicies = new HashMap<>();
  private MemoryOptions bankMemory = MemoryOptions.NONE;
  private @Nullable String placementFile;
  private @Nullable String environmentPlacementFile;
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
    requireCountable("interval", duration);
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

  /**
   * How long {@link Telemetry#flush()} waits for collecting and delivery, 30 s by default; zero for
   * no limit. Collections of their own accord never wait for a destination.
   */
  public TelemetryBuilder exportTimeout(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "telemetry: exportTimeout=" + duration + ", write zero or more");
    }
    exportTimeout = duration;
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
    requireCountable("hostMetricsPeriod", duration);
    hostMetricsPeriod = duration;
    return this;
  }

  /**
   * Plans where cores, aggregators and exporters' threads run, when telemetry is started and before
   * any thread is; cores are then opened by {@link CoreOptions#planned()}. Without a plan cores are
   * where they are opened, and aggregators run on their nodes' CPUs that no pinned core has.
   */
  public TelemetryBuilder placement(PlacementRequest request) {
    placement = host -> PlacementPlan.of(request, host, PlacementStrategy.numaPacking());
    return this;
  }

  /** As {@link #placement(PlacementRequest)}, with a strategy of one's own. */
  public TelemetryBuilder placement(PlacementRequest request, PlacementStrategy strategy) {
    placement = host -> PlacementPlan.of(request, host, strategy);
    return this;
  }

  /**
   * What happens if something cannot be placed as it is to be; {@link PlacementSubject} tells the
   * defaults.
   */
  public TelemetryBuilder placementPolicy(PlacementSubject subject, PlacementPolicy policy) {
    placementPolicies.put(subject, policy);
    return this;
  }

  /**
   * How the pages of banks are to be: huge, or locked; ordinary ones by default. What the host
   * refuses is done without, unless memory is placed strictly.
   */
  public TelemetryBuilder bankMemory(MemoryOptions memoryOptions) {
    bankMemory = memoryOptions;
    return this;
  }

  /**
   * A file that tells others what this process has placed where, for {@code numa-doctor
   * --placement}: readable by its owner alone, kept up to date, removed at the end; none by
   * default. It names kernel threads and addresses. {@code %p} in it is the process's number. Given
   * here, it goes before the system property {@value #PLACEMENT_FILE_PROPERTY}, and that before the
   * variable {@value #PLACEMENT_FILE_VARIABLE}.
   */
  public TelemetryBuilder placementFile(Path file) {
    placementFile = file.toString();
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
   * OTEL_RESOURCE_ATTRIBUTES}, {@code OTEL_METRIC_EXPORT_INTERVAL}, {@code
   * OTEL_METRIC_EXPORT_TIMEOUT}, {@code OTEL_METRICS_EXPORTER} ({@code otlp} by default, {@code
   * none}, or several with commas in between), and those of the exporters; and {@value
   * #PLACEMENT_FILE_VARIABLE}. Where no interval is given at all, it is the shortest that one of
   * the exporters has by default.
   *
   * @throws IllegalArgumentException if an exporter is asked for that is not on the class path, or
   *     cannot be made from its variables; or if {@code OTEL_CONFIG_FILE} names a file, since those
   *     are not read
   */
  public TelemetryBuilder environment(Environment environment) {
    // Any other value has no effect, says the specification: not on what was told in code, either.
    disabled |= environment.isTrue("OTEL_SDK_DISABLED");
    if (!disabled) {
      UnfollowedVariables.refuseConfigFile(environment);
      UnfollowedVariables.tell(environment);
    }
    resource(ResourceAttributes.fromEnvironment(environment));
    Optional<Duration> told = environment.positiveMillis("OTEL_METRIC_EXPORT_INTERVAL");
    told.ifPresent(this::interval);
    environment.timeoutMillis("OTEL_METRIC_EXPORT_TIMEOUT").ifPresent(this::exportTimeout);
    environmentPlacementFile = environment.string(PLACEMENT_FILE_VARIABLE).orElse(null);
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
   * @throws io.numetry.numa.PlacementException if the placement asked for cannot be had
   * @throws IllegalArgumentException if the placement file cannot be written
   * @throws IllegalStateException if views give two metrics of a declared set the same name, or two
   *     declared sets have one name
   */
  public Telemetry start() {
    return new Telemetry(this);
  }

  private static void requireCountable(String option, Duration duration) {
    if (duration.compareTo(Deadline.NO_LIMIT) > 0) {
      throw new IllegalArgumentException(
          "telemetry: " + option + "=" + duration + ", write at most " + Deadline.NO_LIMIT);
    }
  }

  /** Plans; nothing has been started yet. */
  PlacementOptions placementOptions() {
    return new PlacementOptions(
        Optional.ofNullable(placement.apply(numa.topology().host())),
        placementPolicies,
        bankMemory,
        placementPath());
  }

  private Optional<Path> placementPath() {
    String given = placementFile;
    if (given == null) {
      String property = System.getProperty(PLACEMENT_FILE_PROPERTY, "");
      given = property.isBlank() ? environmentPlacementFile : property;
    }
    if (given == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Path.of(given.replace("%p", Long.toString(ProcessHandle.current().pid()))));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("placement file=" + given + " is no path", e);
    }
  }
}
