package io.numetry.bench.affinity.measure;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.TelemetryBuilder;
import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.affinity.result.Scenario;
import io.numetry.bench.affinity.select.JitterPlace;
import io.numetry.bench.support.measure.JitterLoop;
import io.numetry.bench.support.measure.JitterLoop.Turn;
import io.numetry.bench.support.measure.OtlpSink;
import io.numetry.bench.support.measure.PinnedThread;
import io.numetry.bench.support.measure.RecordingTurn;
import io.numetry.bench.support.measure.ThreadCounts;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How even an owner's turns are, without telemetry and with all of it: recording, a node
 * aggregator, OTLP over loopback. The aggregator works a hundred times a second, far more often
 * than in life. Scenarios alternate, so that what drifts is in all of them.
 */
public final class JitterMeasure {

  private static final int SCALE = 3;

  /** Connecting takes a while, on an emulated machine a long one. */
  private static final long FIRST_EXPORT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final Duration INTERVAL = Duration.ofMillis(10);

  private final NumaSystem numa;
  private final JitterPlace place;
  private final Budget budget;
  private final Map<Scenario, Tally> tallies = new EnumMap<>(Scenario.class);
  private final Set<Scenario> silent = EnumSet.noneOf(Scenario.class);
  private final int steps;

  /** Of one scenario over all rounds. */
  private static final class Tally {
    final Histogram nanos = new Histogram(SCALE);
    long interrupted;
    long cpuChanges;
    long collections;
    long requests;
  }

  public JitterMeasure(NumaSystem numa, JitterPlace place, Budget budget) {
    this.numa = numa;
    this.place = place;
    this.budget = budget;
    this.steps = PinnedThread.call(numa, "bench-owner", place.ownerCpu(), JitterLoop::calibrate);
  }

  /** The scenarios that a host has the CPUs for. */
  public static List<Scenario> scenarios(JitterPlace place) {
    List<Scenario> possible = new ArrayList<>(List.of(Scenario.OFF_PINNED));
    place.placed().ifPresent(cpu -> possible.add(Scenario.ON_PLACED));
    place.sibling().ifPresent(cpu -> possible.add(Scenario.ON_SIBLING));
    place.otherNode().ifPresent(cpu -> possible.add(Scenario.ON_OTHER_NODE));
    possible.add(Scenario.ON_SAME_CPU);
    if (place.placed().isPresent() || place.otherNode().isPresent()) {
      possible.add(Scenario.OFF_FLOATING);
      possible.add(Scenario.ON_FLOATING);
    }
    return List.copyOf(possible);
  }

  /**
   * Measures all scenarios, in rounds.
   *
   * @param progress told of each step
   */
  public List<Jitter> measure(Consumer<String> progress) {
    List<Scenario> scenarios = scenarios(place);
    for (int round = 0; round < budget.jitterRounds(); round++) {
      for (Scenario scenario : scenarios) {
        if (silent.contains(scenario)) {
          continue;
        }
        progress.accept(
            "jitter, round "
                + (round + 1)
                + " of "
                + budget.jitterRounds()
                + ": "
                + scenario.label());
        round(scenario);
      }
    }
    return scenarios.stream()
        .filter(scenario -> !silent.contains(scenario))
        .map(this::result)
        .toList();
  }

  /**
   * Scenarios in which nothing was exported, so that there is nothing to compare; a sentence each.
   */
  public List<String> notMeasured() {
    return silent.stream()
        .map(
            scenario ->
                "Owner's turns, "
                    + scenario.label()
                    + ": nothing was exported within "
                    + TimeUnit.NANOSECONDS.toSeconds(FIRST_EXPORT_NANOS)
                    + " s; is the machine overloaded?")
        .toList();
  }

  private void round(Scenario scenario) {
    // Threads get the CPUs of whoever starts them: those of the exporter and the sink, too.
    CpuSet around = scenario.floats() ? numa.topology().allowedCpus() : place.elsewhere();
    boolean measured =
        PinnedThread.start(numa, "bench-round", around, () -> roundHere(scenario)).await();
    if (!measured) {
      silent.add(scenario);
    }
  }

  /**
   * @return false if telemetry was on, nothing arrived, and so nothing was timed
   */
  private boolean roundHere(Scenario scenario) {
    CpuSet ownerCpus =
        scenario.floats() ? numa.topology().allowedCpus() : CpuSet.of(place.ownerCpu());
    Tally tally = tallies.computeIfAbsent(scenario, s -> new Tally());
    if (!scenario.records()) {
      return PinnedThread.start(
              numa, "bench-owner", ownerCpus, () -> own(tally, Turn.NOTHING, null))
          .await();
    }
    try (var sink = new OtlpSink();
        var telemetry = telemetry(scenario, sink)) {
      return PinnedThread.start(
              numa,
              "bench-owner",
              ownerCpus,
              () -> {
                try (TelemetryCore core = telemetry.openCore(coreOptions(scenario))) {
                  return own(tally, new RecordingTurn(core), sink);
                }
              })
          .await();
    } catch (IOException e) {
      throw new UncheckedIOException("jitter: no port to listen on: " + e.getMessage(), e);
    }
  }

  private CoreOptions coreOptions(Scenario scenario) {
    return scenario.floats() ? CoreOptions.floating() : CoreOptions.pinned(place.ownerCpu());
  }

  private Telemetry telemetry(Scenario scenario, OtlpSink sink) {
    TelemetryBuilder builder =
        Telemetry.builder()
            .serviceName("bench-affinity")
            .interval(INTERVAL)
            .exporter(OtlpMetricExporter.builder().endpoint(sink.endpoint()).build());
    OptionalInt cpu = aggregatorCpu(scenario);
    int node = numa.topology().nodeOfCpu(place.ownerCpu()).orElse(0);
    return builder
        .numa(
            cpu.isPresent()
                ? WatchedNuma.withAggregatorOn(numa, node, CpuSet.of(cpu.getAsInt()))
                : numa)
        .start();
  }

  private OptionalInt aggregatorCpu(Scenario scenario) {
    return switch (scenario) {
      case ON_PLACED -> place.placed();
      case ON_SIBLING -> place.sibling();
      case ON_OTHER_NODE -> place.otherNode();
      case ON_SAME_CPU -> OptionalInt.of(place.ownerCpu());
      case OFF_PINNED, OFF_FLOATING, ON_FLOATING -> OptionalInt.empty();
    };
  }

  private boolean own(Tally tally, Turn turn, @Nullable OtlpSink sink) {
    JitterLoop loop = new JitterLoop(numa, steps);
    long begin = System.nanoTime();
    do {
      loop.run(budget.warmUpNanos() / 4, turn);
    } while (sink != null
        && sink.requests() == 0
        && System.nanoTime() - begin < FIRST_EXPORT_NANOS);
    if (sink != null && sink.requests() == 0) {
      return false;
    }
    loop.forget();
    long interrupted = ThreadCounts.interrupted();
    long collections = collections();
    long requests = sink == null ? 0 : sink.requests();
    loop.run(budget.jitterNanos(), turn);
    long received = sink == null ? 0 : sink.requests() - requests;
    long interruptedNow = ThreadCounts.interrupted();
    tally.interrupted =
        interrupted < 0 || tally.interrupted < 0
            ? -1
            : tally.interrupted + interruptedNow - interrupted;
    tally.collections += collections() - collections;
    tally.requests += received;
    tally.cpuChanges += loop.cpuChanges();
    tally.nanos.add(loop.nanos());
    return true;
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  private Jitter result(Scenario scenario) {
    Tally tally = tallies.getOrDefault(scenario, new Tally());
    Histogram nanos = tally.nanos;
    return new Jitter(
        scenario,
        scenario.floats() ? -1 : place.ownerCpu(),
        aggregator(scenario),
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50),
        nanos.getValueAtPercentile(90),
        nanos.getValueAtPercentile(99),
        nanos.getValueAtPercentile(99.9),
        nanos.getValueAtPercentile(99.99),
        nanos.getMaxValue(),
        tally.interrupted,
        tally.cpuChanges,
        tally.collections,
        tally.requests);
  }

  private String aggregator(Scenario scenario) {
    if (!scenario.records()) {
      return "";
    }
    OptionalInt cpu = aggregatorCpu(scenario);
    return cpu.isPresent() ? "CPU " + cpu.getAsInt() : "its node";
  }
}
