package io.numetry.bench.affinity.synthetic;

import io.numetry.bench.affinity.judge.Findings;
import io.numetry.bench.affinity.judge.Recommender;
import io.numetry.bench.affinity.judge.Verdict;
import io.numetry.bench.affinity.measure.JitterMeasure;
import io.numetry.bench.affinity.result.AffinityReport;
import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.AggregatorCost;
import io.numetry.bench.affinity.result.Clock;
import io.numetry.bench.affinity.result.Fact;
import io.numetry.bench.affinity.result.Handover;
import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.affinity.result.Node;
import io.numetry.bench.affinity.result.Recommendation;
import io.numetry.bench.affinity.result.Recording;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.bench.affinity.result.Run;
import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.affinity.result.Scenario;
import io.numetry.bench.affinity.result.Spread;
import io.numetry.bench.affinity.select.CpuPair;
import io.numetry.bench.affinity.select.HostCpus;
import io.numetry.bench.affinity.select.JitterPlace;
import io.numetry.bench.affinity.select.Selection;
import io.numetry.bench.support.measure.Load;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes what a run on a host could have measured. The same host gives the same figures. */
public final class SyntheticResults {

  private static final double LOCAL_DISTANCE = 10;

  private final HostTopology host;
  private final Mode mode;
  private final SplittableRandom random = new SplittableRandom(7);
  private final Map<Relation, Double> slowdowns =
      new EnumMap<>(
          Map.of(
              Relation.SIBLING,
              1.38,
              Relation.SAME_CACHE,
              1.06,
              Relation.SAME_NODE,
              1.09,
              Relation.OTHER_NODE,
              1.17));
  private final Map<Relation, Double> latencies =
      new EnumMap<>(
          Map.of(
              Relation.SIBLING,
              2_100.0,
              Relation.SAME_CACHE,
              3_400.0,
              Relation.SAME_NODE,
              4_800.0,
              Relation.OTHER_NODE,
              9_600.0));
  private boolean busy;

  public SyntheticResults(HostTopology host, Mode mode) {
    this.host = host;
    this.mode = mode;
  }

  /** Sets what an aggregator there does to its owner. */
  public SyntheticResults slowdown(Relation relation, double ratio) {
    slowdowns.put(relation, ratio);
    return this;
  }

  public SyntheticResults latency(Relation relation, double nanos) {
    latencies.put(relation, nanos);
    return this;
  }

  /** Something else ran. */
  public SyntheticResults busy() {
    busy = true;
    return this;
  }

  public AffinityReport report() {
    AffinityResult result = result();
    Recommendation recommendation = Recommender.recommend(host, result);
    return new AffinityReport(
        AffinityReport.FORMAT,
        AffinityReport.VERSION,
        result,
        Verdict.of(result, recommendation),
        Findings.of(result),
        recommendation);
  }

  public AffinityResult result() {
    HostCpus cpus = new HostCpus(host);
    Selection selection = Selection.of(cpus, mode == Mode.FULL, true);
    var idle = new Load.Sample("0.10 0.20 0.30 1/400 1234", 0.4, 2.5, 3);
    var full = new Load.Sample("7.90 6.20 5.30 9/400 1234", 41, 100, 3);
    return new AffinityResult(
        new Run("2026-11-21T10:00:00Z", mode, 131.5, List.of("-XX:+UseSerialGC", "-Dname=\"<&>\"")),
        List.of(
            new Fact("date", "2026-11-21T10:00:00Z"),
            new Fact("cpu", "Imaginary <Processor> & Sons 9000 @ \"3.0\" GHz"),
            new Fact("cpus", String.valueOf(cpus.all().size())),
            new Fact("kernel", "Linux 6.12"),
            new Fact("jdk", "OpenJDK 64-Bit Server VM 25"),
            new Fact("governor", "performance"),
            new Fact("smt", "on")),
        false,
        new Clock(21.4, 10),
        new Load(busy ? full : idle, idle, 0, busy, busy ? "others used 41 % of the CPUs" : ""),
        host.nodes().stream().map(this::node).toList(),
        cpus.all(),
        selection.handovers().stream().map(this::handover).toList(),
        selection.banks().stream()
            .map(
                place ->
                    new Recording(
                        place.cpu(),
                        place.cpuNode(),
                        place.bankNode(),
                        "node " + place.bankNode(),
                        spread(1.8),
                        spread(2.4),
                        spread(9 * distance(place.cpuNode(), place.bankNode()) / LOCAL_DISTANCE),
                        64 << 20,
                        true,
                        spread(5.5)))
            .toList(),
        selection.aggregators().stream().map(this::aggregator).toList(),
        jitters(cpus),
        selection.leftOut(),
        selection.impossible());
  }

  private Node node(HostNode node) {
    return new Node(
        node.id(),
        node.cpus().toString(),
        node.memoryAllowed(),
        host.nodes().stream()
            .map(to -> host.distances().between(node.id(), to.id()).orElse(0))
            .toList());
  }

  private double distance(int from, int to) {
    return host.distances().between(from, to).orElse((int) LOCAL_DISTANCE);
  }

  private Handover handover(CpuPair pair) {
    double nanos =
        switch (pair.relation()) {
          case SIBLING -> 8;
          case SAME_CACHE -> 24;
          case SAME_NODE -> 82;
          case OTHER_NODE -> 6.5 * distance(pair.fromNode(), pair.toNode());
        };
    return new Handover(
        pair.from(), pair.to(), pair.fromNode(), pair.toNode(), pair.relation(), spread(nanos));
  }

  private AggregatorCost aggregator(CpuPair pair) {
    Spread alone = new Spread(6, 6.2, 6.3, 6.8, 40, 20_000);
    double slowdown = slowdowns.getOrDefault(pair.relation(), 1.0);
    double latency = latencies.getOrDefault(pair.relation(), 1.0);
    Spread with =
        new Spread(6, 6.2 * slowdown, 6.4 * slowdown, 7 * slowdown, 60 * slowdown, 20_000);
    return new AggregatorCost(
        pair.from(),
        pair.fromNode(),
        pair.to(),
        pair.toNode(),
        pair.relation(),
        alone,
        with,
        new Spread(latency / 2, latency, 1.2 * latency, 2 * latency, 20 * latency, 90_000),
        90_000,
        (slowdown - 1) * latency);
  }

  private List<Jitter> jitters(HostCpus cpus) {
    JitterPlace place =
        JitterPlace.of(
            cpus,
            List.of(
                Relation.SAME_CACHE, Relation.SAME_NODE, Relation.SIBLING, Relation.OTHER_NODE));
    return JitterMeasure.scenarios(place).stream()
        .map(scenario -> jitter(scenario, place))
        .toList();
  }

  private Jitter jitter(Scenario scenario, JitterPlace place) {
    double[] tail =
        switch (scenario) {
          case OFF_PINNED -> new double[] {1_004, 1_008, 1_021, 1_100, 2_900, 14_000};
          case ON_PLACED -> new double[] {1_011, 1_016, 1_040, 1_150, 3_050, 15_500};
          case ON_SIBLING -> new double[] {1_012, 1_030, 1_420, 1_900, 6_400, 31_000};
          case ON_OTHER_NODE -> new double[] {1_011, 1_017, 1_060, 1_300, 4_100, 17_000};
          case ON_SAME_CPU -> new double[] {1_012, 1_018, 1_090, 9_000, 210_000, 1_240_000};
          case OFF_FLOATING -> new double[] {1_005, 1_010, 1_050, 1_700, 19_000, 880_000};
          case ON_FLOATING -> new double[] {1_013, 1_020, 1_080, 2_400, 61_000, 1_310_000};
        };
    return new Jitter(
        scenario,
        scenario.floats() ? -1 : place.ownerCpu(),
        switch (scenario) {
          case OFF_PINNED, OFF_FLOATING -> "";
          case ON_FLOATING -> "its node";
          case ON_PLACED -> "CPU " + place.placed().orElse(-1);
          case ON_SIBLING -> "CPU " + place.sibling().orElse(-1);
          case ON_OTHER_NODE -> "CPU " + place.otherNode().orElse(-1);
          case ON_SAME_CPU -> "CPU " + place.ownerCpu();
        },
        5_600_000,
        tail[0],
        tail[1],
        tail[2],
        tail[3],
        tail[4],
        tail[5],
        scenario == Scenario.ON_SAME_CPU ? 611 : 0,
        scenario.floats() ? 17 : 0,
        2,
        scenario.records() ? 600 : 0);
  }

  private Spread spread(double nanos) {
    double middle = nanos * (0.96 + 0.08 * random.nextDouble());
    return new Spread(0.9 * middle, middle, 1.1 * middle, 1.4 * middle, 5 * middle, 6_000);
  }
}
