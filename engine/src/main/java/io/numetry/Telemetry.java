package io.numetry;

import io.numetry.aggregate.AggregatorOptions;
import io.numetry.aggregate.Levels;
import io.numetry.aggregate.NodeAggregator;
import io.numetry.attribute.Attributes;
import io.numetry.bank.Bank;
import io.numetry.config.Environment;
import io.numetry.core.TelemetryCore;
import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.health.TelemetryHealth;
import io.numetry.numa.doctor.PlacementReport;
import io.numetry.numa.placement.PlacementPlan;
import io.numetry.placement.Placement;
import io.numetry.placement.ThreadPlace;
import io.numetry.reflect.LiveSchema;
import io.numetry.registry.CoreChannel;
import io.numetry.registry.CoreIdentity;
import io.numetry.registry.OpenCores;
import io.numetry.registry.SetCatalog;
import io.numetry.registry.SetRegistration;
import io.numetry.view.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process's telemetry: opens cores for threads that record, collects what they record on each
 * NUMA node, and sends it.
 *
 * <pre>{@code
 * try (Telemetry telemetry = Telemetry.fromEnvironment()) {
 *   // on each engine thread:
 *   try (TelemetryCore core = telemetry.openCore(CoreOptions.pinned(2).named("receiver"))) {
 *     ReceiverMetrics metrics = core.register(ReceiverMetricsSet.TYPE);
 *     while (running) {
 *       metrics.addReceived(receive());
 *       core.poll();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Threads: all methods may be called from any thread; a core belongs to the thread that opened
 * it.
 */
public final class Telemetry implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Telemetry.class.getName());

  /** Beyond the deadline, for threads that are on their way out. */
  static final long JOIN_GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** For an exporter to tell that it is done, where the time is over. */
  private static final long ANSWER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Placement placement;
  private final List<MetricExporter> exporters;
  private final Duration interval;
  private final Duration pollPatience;
  private final Duration shutdownTimeout;
  private final TelemetryBuilder options;
  private final SetCatalog catalog;
  private final OpenCores openCores = new OpenCores();
  private final ComponentNumbers componentNumbers = new ComponentNumbers();
  private final Map<Thread, TelemetryCore> coreByOwner = new ConcurrentHashMap<>();
  private final NodeAggregators aggregators = new NodeAggregators(new AggregatorStarter());
  private final CountDownLatch closeEnded = new CountDownLatch(1);

  Telemetry(TelemetryBuilder options) {
    this.options = options;
    this.interval = options.interval;
    this.pollPatience = shorter(options.pollPatience, half(options.interval));
    this.shutdownTimeout = shorter(options.shutdownTimeout, Deadline.NO_LIMIT);
    this.exporters = options.disabled ? List.of() : List.copyOf(options.exporters);
    this.catalog = new SetCatalog(new Views(options.views, options.formerNames));
    options.declared.forEach(catalog::admit);
    this.placement = new Placement(options.numa, options.placementOptions());
    startExporters(options.resource);
    placement.publish();
  }

  public static TelemetryBuilder builder() {
    return new TelemetryBuilder();
  }

  /** Starts telemetry as the process's environment variables say. */
  public static Telemetry fromEnvironment() {
    return builder().environment(Environment.ofProcess()).start();
  }

  /**
   * Opens a core for the calling thread: pins the thread if asked to, and reserves a bank on its
   * node. Starts the node's aggregator with the node's first core.
   *
   * @throws IllegalStateException if the calling thread is virtual or owns a core already, or if
   *     telemetry is closed
   * @throws IllegalArgumentException if an open core has that name, or the plan has no such core
   * @throws io.numetry.numa.PlacementException if the CPU is not there, not allowed or, being one
   *     of the plan, taken; or if memory or the node's aggregator cannot be placed, where that is
   *     strict; the thread is then where it was
   */
  public TelemetryCore openCore(CoreOptions coreOptions) {
    Thread owner = Thread.currentThread();
    if (owner.isVirtual()) {
      throw new IllegalStateException(
          "core: thread="
              + (owner.getName().isEmpty() ? "#" + owner.threadId() : owner.getName())
              + " is virtual; a core needs a platform thread, because it lies where its thread runs");
    }
    String name = nameOf(coreOptions, owner);
    return openAt(placement.placeCore(name, coreOptions.place()), name, owner);
  }

  private String nameOf(CoreOptions coreOptions, Thread owner) {
    String wanted = coreOptions.name();
    return wanted == null ? openCores.freeName(owner.getName()) : wanted;
  }

  private TelemetryCore openAt(ThreadPlace place, String name, Thread owner) {
    try {
      TelemetryCore core = openOn(place, name, owner);
      placement.publish();
      return core;
    } catch (RuntimeException | Error e) {
      place.close();
      throw e;
    }
  }

  /** Which CPU each core, aggregator and network thread is to have; empty if none was asked for. */
  public Optional<PlacementPlan> plan() {
    return placement.plan();
  }

  /**
   * Where threads and memory were to be and where they are at this moment, as the kernel says.
   * Reads files and makes system calls, a few for each thread and each thousand pages: for any
   * thread but those that record. What it finds goes into the metric set {@code numetry.placement},
   * too.
   */
  public PlacementReport placement() {
    return placement.report();
  }

  /** The open cores and the metric sets registered on each, at this moment. */
  public Map<CoreIdentity, Collection<SetRegistration>> liveSets() {
    return openCores.liveSets();
  }

  /** The metric sets that this process knows, and where they are registered, at this moment. */
  public LiveSchema schema() {
    return new LiveSchema(List.copyOf(catalog.sets()), openCores.liveSets());
  }

  /** As {@link #flush(Duration)}, for the export timeout. */
  public boolean flush() {
    Duration timeout = options.exportTimeout;
    return flush(timeout.isZero() ? Deadline.NO_LIMIT : timeout);
  }

  /** How its exporters and aggregators are at this moment. Waits for none of them. */
  public TelemetryHealth health() {
    return new TelemetryHealth(
        exporters.stream().flatMap(exporter -> exporter.health().stream()).toList(),
        aggregators.health());
  }

  /**
   * Collects now and waits until everything recorded before was delivered. What a core has recorded
   * counts when its owner polls, is idle, or has closed it.
   *
   * @return false if the time ran out first
   */
  public boolean flush(Duration timeout) {
    Deadline deadline = Deadline.in(timeout);
    boolean everything = aggregators.collect(null, deadline);
    for (MetricExporter exporter : exporters) {
      everything &= exporter.flush(deadline.leftNanos());
    }
    return everything;
  }

  /**
   * Shuts down in order: the cores are asked to close and drained, the last windows exported, the
   * exporters flushed and closed. Bounded by the shutdown timeout; what was in the way is logged. A
   * core of the calling thread is closed. Later calls wait for the first one to end, no longer than
   * it may take, and do nothing else.
   *
   * <p>An owner that is alive and neither polls nor is idle has half of the time to do so; then its
   * values are read as they are.
   */
  @Override
  public void close() {
    if (!aggregators.close()) {
      awaitClose();
      return;
    }
    try {
      closeOwnCore();
      shutDown();
    } finally {
      closeEnded.countDown();
    }
  }

  /** Closes the calling thread's core, if it has one. */
  void closeOwnCore() {
    @Nullable TelemetryCore ownCore = coreByOwner.get(Thread.currentThread());
    if (ownCore != null) {
      ownCore.close();
    }
  }

  /** How long {@link #close} may take. */
  Duration shutdownTimeout() {
    return shutdownTimeout;
  }

  private void awaitClose() {
    try {
      if (!closeEnded.await(shutdownTimeout.toNanos() + JOIN_GRACE_NANOS, TimeUnit.NANOSECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "shutdown: another thread''s is not over in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void shutDown() {
    Deadline deadline = Deadline.in(shutdownTimeout);
    aggregators.shutDown(deadline);
    // First all of them are given the time, then closed: one must not keep the others.
    exporters.forEach(exporter -> flushLast(exporter, deadline));
    exporters.forEach(Telemetry::closeQuietly);
    placement.close();
  }

  /** All of the time may have gone to another exporter; this one has delivered in the meantime. */
  private void flushLast(MetricExporter exporter, Deadline deadline) {
    try {
      if (!exporter.flush(Math.max(deadline.leftNanos(), ANSWER_NANOS))) {
        LOG.log(
            System.Logger.Level.WARNING,
            "shutdown: {0} had frames undelivered after {1}",
            exporter,
            shutdownTimeout);
      }
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "shutdown: " + exporter + " could not be flushed", e);
    }
  }

  private static void closeQuietly(MetricExporter exporter) {
    try {
      exporter.close();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, exporter + " could not be closed", e);
    }
  }

  private void startExporters(Attributes resource) {
    List<MetricExporter> started = new ArrayList<>();
    try {
      for (MetricExporter exporter : exporters) {
        started.add(exporter);
        exporter.start(new Context(resource));
      }
      aggregators.begin();
    } catch (RuntimeException | Error e) {
      aggregators.abort();
      started.forEach(Telemetry::closeQuietly);
      aggregators.retireHeldBack();
      placement.close();
      throw e;
    }
  }

  private TelemetryCore openOn(ThreadPlace place, String name, Thread owner) {
    int node = place.node();
    var identity =
        new CoreIdentity(name, place.coreCpu(), node, owner, placement.currentKernelThread());
    Bank bank =
        Bank.reserve(
            bytes -> placement.reserveBank(node, bytes, Bank.TAG, name), options.bankHalfBytes);
    var channel = new CoreChannel(identity, bank, !options.disabled);
    var core = new TelemetryCore(channel, catalog, place, () -> closedByOwner(channel));
    try {
      start(channel);
    } catch (RuntimeException | Error e) {
      bank.retire(); // nobody else has it
      throw e;
    }
    coreByOwner.keySet().removeIf(thread -> !thread.isAlive());
    coreByOwner.put(owner, core);
    return core;
  }

  private void start(CoreChannel channel) {
    aggregators.requireOpen(channel);
    openCores.add(channel);
    if (!options.disabled) {
      try {
        aggregators.coreOpened(channel);
      } catch (RuntimeException | Error e) {
        openCores.remove(channel);
        throw e;
      }
    }
  }

  private void closedByOwner(CoreChannel channel) {
    openCores.remove(channel);
    coreByOwner.remove(channel.identity().owner());
    if (!channel.isCollected()) {
      channel.bank().retire(); // otherwise its aggregator does, once it has drained it
    }
    placement.publish();
  }

  /** The aggregator's own core; past the check for a closed telemetry, since it serves closing. */
  private TelemetryCore openAggregatorCore(int node, NodeAggregator aggregator) {
    Thread owner = Thread.currentThread();
    var identity =
        new CoreIdentity(
            owner.getName(), OptionalInt.empty(), node, owner, placement.currentKernelThread());
    Bank bank =
        Bank.reserve(
            bytes -> placement.node(node).reserveBank(bytes, Bank.TAG), options.bankHalfBytes);
    var channel = new CoreChannel(identity, bank);
    openCores.add(channel);
    aggregator.coreOpened(channel);
    return new TelemetryCore(channel, catalog, null, () -> openCores.remove(channel));
  }

  /** Not by {@link Duration#dividedBy}, which has decimal fractions loaded at each start. */
  private static Duration half(Duration time) {
    return Duration.ofNanos(shorter(time, Deadline.NO_LIMIT).toNanos() / 2);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * A class: to link a method reference would load the aggregator, which a process without
   * telemetry has no use for.
   */
  private final class AggregatorStarter implements NodeAggregators.Starter {
    @Override
    public NodeAggregator start(int node, @Nullable NodeAggregator root) {
      var aggregatorOptions =
          new AggregatorOptions(
              placement.node(node),
              interval.toNanos(),
              pollPatience.toNanos(),
              new Levels(options.level, options.levels),
              options.maxSeries,
              options.hostMetrics
                  ? OptionalLong.of(options.hostMetricsPeriod.toNanos())
                  : OptionalLong.empty());
      var aggregator =
          new NodeAggregator(
              aggregatorOptions, exporters, root, self -> openAggregatorCore(node, self));
      aggregator.start();
      return aggregator;
    }
  }

  private final class Context implements ExporterContext {
    private final Attributes resource;

    Context(Attributes resource) {
      this.resource = resource;
    }

    @Override
    public Attributes resource() {
      return resource;
    }

    @Override
    public TelemetryCore openCore(String name) {
      return openAt(placement.placeNetwork(name), name, Thread.currentThread());
    }

    @Override
    public int numberComponent(String type) {
      return componentNumbers.next(type);
    }

    @Override
    public boolean collect(MetricExporter exporter, Duration timeout) {
      return aggregators.collect(exporter, Deadline.in(timeout));
    }
  }
}
