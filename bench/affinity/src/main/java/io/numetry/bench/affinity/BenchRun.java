package io.numetry.bench.affinity;

import io.numetry.bench.affinity.judge.RelationCosts;
import io.numetry.bench.affinity.measure.AggregatorMeasure;
import io.numetry.bench.affinity.measure.BatchTimer;
import io.numetry.bench.affinity.measure.Budget;
import io.numetry.bench.affinity.measure.ClockMeasure;
import io.numetry.bench.affinity.measure.HandoverMeasure;
import io.numetry.bench.affinity.measure.JitterMeasure;
import io.numetry.bench.affinity.measure.RecordingMeasure;
import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.AggregatorCost;
import io.numetry.bench.affinity.result.Clock;
import io.numetry.bench.affinity.result.Fact;
import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.affinity.result.Node;
import io.numetry.bench.affinity.result.Run;
import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.affinity.select.HostCpus;
import io.numetry.bench.affinity.select.JitterPlace;
import io.numetry.bench.affinity.select.Selection;
import io.numetry.bench.support.MachineReport;
import io.numetry.bench.support.measure.Load;
import io.numetry.bench.support.measure.LoadMeter;
import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** One run on this host, step by step. */
final class BenchRun {

  private static final Path PROC = Path.of("/proc");
  private static final double NANOS_PER_SECOND = 1e9;

  private final NumaSystem numa;
  private final HostCpus cpus;
  private final Mode mode;
  private final Budget budget;
  private final Consumer<String> progress;

  BenchRun(NumaSystem numa, Mode mode, Consumer<String> progress) {
    this.numa = numa;
    this.cpus = new HostCpus(numa.topology().host());
    this.mode = mode;
    this.budget = Budget.of(mode);
    this.progress = progress;
  }

  /**
   * @throws IllegalStateException if this host has nothing to measure with, or a measurement broke
   *     off
   */
  AffinityResult measure() throws InterruptedException {
    if (cpus.all().isEmpty()) {
      throw new IllegalStateException("there is no CPU that a thread could be pinned to");
    }
    final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    final long startNanoTime = System.nanoTime();
    Selection selection = Selection.of(cpus, mode == Mode.FULL, numa.bindsMemory());
    announce(selection);
    var meter =
        new LoadMeter(PROC, CpuSet.of(cpus.all().stream().mapToInt(cpu -> cpu.id()).toArray()));
    final List<Fact> machine = machine();
    progress.accept("background load");
    final Load.Sample before = meter.idle(budget.loadNanos());
    final Map<Integer, long[]> ticks = meter.ticks();

    Clock clock = ClockMeasure.measure();
    var timer = new BatchTimer(clock, budget.warmUpNanos());
    var handover = new HandoverMeasure(numa, timer, budget);
    var handovers = each("hand-over", selection.handovers(), handover::measure);
    var recording = new RecordingMeasure(numa, timer, budget);
    var recordings = each("recording", selection.banks(), recording::measure);
    var aggregator = new AggregatorMeasure(numa, clock, budget);
    List<AggregatorCost> aggregators =
        each("aggregator", selection.aggregators(), aggregator::measure);
    JitterPlace place = JitterPlace.of(cpus, new RelationCosts(aggregators).bestFirst());
    var jitter = new JitterMeasure(numa, place, budget);
    List<Jitter> jitters = jitter.measure(progress);

    final double steal = LoadMeter.steal(ticks, meter.ticks());
    progress.accept("background load, once more");
    Load load = LoadMeter.judge(before, meter.idle(budget.loadNanos()), steal);
    return new AffinityResult(
        new Run(
            started.toString(),
            mode,
            (System.nanoTime() - startNanoTime) / NANOS_PER_SECOND,
            ManagementFactory.getRuntimeMXBean().getInputArguments()),
        machine,
        virtualMachine(),
        clock,
        load,
        nodes(),
        cpus.all(),
        handovers,
        recordings,
        aggregators,
        jitters,
        selection.leftOut(),
        notMeasured(selection, jitter));
  }

  private void announce(Selection selection) {
    long seconds =
        budget
            .estimate(
                selection.handovers().size(),
                selection.banks().size(),
                selection.aggregators().size(),
                JitterMeasure.scenarios(
                        JitterPlace.of(cpus, new RelationCosts(List.of()).bestFirst()))
                    .size())
            .toSeconds();
    progress.accept(
        "about "
            + (seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min")
            + " for "
            + cpus.all().size()
            + " CPUs of "
            + numa.topology().host().nodes().size()
            + " nodes");
    selection.leftOut().forEach(progress);
    selection.impossible().forEach(progress);
  }

  private <P, R> List<R> each(String what, List<P> places, Function<P, R> measure) {
    List<R> results = new ArrayList<>();
    for (P place : places) {
      if (results.size() % Math.max(1, places.size() / 10) == 0) {
        progress.accept(what + " " + (results.size() + 1) + " of " + places.size());
      }
      results.add(measure.apply(place));
    }
    return results;
  }

  private List<String> notMeasured(Selection selection, JitterMeasure jitter) {
    List<String> all = new ArrayList<>(selection.impossible());
    all.addAll(jitter.notMeasured());
    numa.degradedReason().ifPresent(reason -> all.add("Placement is less than full. " + reason));
    return all;
  }

  /** "what: value" each. */
  private static List<Fact> machine() {
    return MachineReport.take().lines().stream()
        .map(
            line -> {
              int colon = line.indexOf(": ");
              return new Fact(line.substring(0, colon), line.substring(colon + 2));
            })
        .toList();
  }

  private static boolean virtualMachine() {
    try {
      return Files.readAllLines(PROC.resolve("cpuinfo")).stream()
          .filter(line -> line.startsWith("flags"))
          .anyMatch(line -> line.contains(" hypervisor"));
    } catch (IOException e) {
      return false;
    }
  }

  private List<Node> nodes() {
    HostTopology host = numa.topology().host();
    return host.nodes().stream()
        .map(
            node ->
                new Node(
                    node.id(),
                    node.cpus().toString(),
                    node.memoryAllowed(),
                    host.nodes().stream()
                        .map(HostNode::id)
                        .map(to -> host.distances().between(node.id(), to).orElse(0))
                        .toList()))
        .toList();
  }
}
