package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.PlacementException;
import io.numetry.numa.placement.CoreChoice.AllCores;
import io.numetry.numa.placement.CoreChoice.CoreCount;
import io.numetry.numa.placement.CoreChoice.CoreSet;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Packs cores on as few nodes as it takes: the lowest node that fits the whole request, else nodes
 * by their distance from the first, ascending CPU numbers within. Nodes with memory come before
 * those without, performance cores before efficiency cores, isolated CPUs before others.
 */
final class NumaPacking implements PlacementStrategy {

  static final NumaPacking INSTANCE = new NumaPacking();

  private NumaPacking() {}

  @Override
  public String name() {
    return "numa-packing";
  }

  @Override
  public PlacementPlan propose(PlacementRequest request, HostTopology host) {
    CpuFacts facts = new CpuFacts(host);
    List<String> notes = new ArrayList<>();
    host.assumedBecause().ifPresent(notes::add);
    CpuSet promised =
        request.cores() instanceof CoreSet set
            ? set.cpus().intersect(host.pinnableCpus())
            : CpuSet.of();
    Housekeeping kept = Housekeeping.choose(request, facts, promised);
    Choice choice = choose(request, facts, kept, notes);
    boolean counted = request.housekeepingCpus().isEmpty() && !kept.all().isEmpty();
    if (choice.candidates().isEmpty() && request.bestEffort() && counted) {
      notes.add("housekeeping=" + kept.all() + " is given up, no core would be left");
      kept = Housekeeping.NONE;
      choice = choose(request, facts, kept, notes);
    }
    if (choice.candidates().isEmpty()) {
      throw new PlacementException(
          Shortage.ofCores(1, CpuSet.of(), kept.all(), request, host) + Shortage.advice(0));
    }
    return plan(request, facts, choice, kept, notes);
  }

  private static Choice choose(
      PlacementRequest request, CpuFacts facts, Housekeeping kept, List<String> notes) {
    List<NodeRoom> rooms = NodeRoom.all(facts, request, kept.all());
    return switch (request.cores()) {
      case AllCores all -> Choice.all(rooms);
      case CoreCount count -> counted(count.cores(), rooms, request, facts, kept, notes);
      case CoreSet set -> named(set.cpus(), request, facts, notes);
    };
  }

  private static Choice counted(
      int count,
      List<NodeRoom> rooms,
      PlacementRequest request,
      CpuFacts facts,
      Housekeeping kept,
      List<String> notes) {
    CpuSet possible = Choice.all(rooms).cpus();
    if (possible.size() >= count) {
      return Choice.packed(count, rooms, request, facts.host().distances());
    }
    String shortage = Shortage.ofCores(count, possible, kept.all(), request, facts.host());
    if (!request.bestEffort()) {
      throw new PlacementException(shortage + Shortage.advice(possible.size()));
    }
    if (possible.isEmpty()) {
      return Choice.NONE;
    }
    notes.add(shortage);
    return Choice.packed(possible.size(), rooms, request, facts.host().distances());
  }

  private static Choice named(
      CpuSet cpus, PlacementRequest request, CpuFacts facts, List<String> notes) {
    HostTopology host = facts.host();
    List<String> refusals = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    CpuSet seen = CpuSet.of();
    for (int cpu : cpus.toArray()) {
      String why = host.whyNotPinnable(cpu).orElse("");
      if (!why.isEmpty()) {
        refusals.add("cpu=" + cpu + " " + why);
        continue;
      }
      boolean first = facts.physicalCore(cpu).intersect(seen).isEmpty();
      candidates.add(
          new Candidate(cpu, nodeOf(cpu, facts), 0, facts.quiet(cpu), facts.slow(cpu), first));
      seen = seen.union(CpuSet.of(cpu));
    }
    if (!refusals.isEmpty()) {
      String refusal =
          "placement: core_set=" + cpus + " cannot be had, " + String.join(", ", refusals);
      if (!request.bestEffort()) {
        throw new PlacementException(
            refusal
                + "; write CPUs of allowed="
                + host.pinnableCpus()
                + ", or ask for best effort");
      }
      notes.add(refusal);
    }
    return new Choice(List.copyOf(candidates), "named in core_set");
  }

  private static int nodeOf(int cpu, CpuFacts facts) {
    return facts.host().nodes().stream()
        .filter(node -> node.cpus().contains(cpu))
        .mapToInt(HostNode::id)
        .findFirst()
        .orElseThrow(
            () ->
                new PlacementException(
                    "placement: cpu=" + cpu + " belongs to no node, write another"));
  }

  private PlacementPlan plan(
      PlacementRequest request,
      CpuFacts facts,
      Choice choice,
      Housekeeping kept,
      List<String> notes) {
    List<PlannedCore> cores = new ArrayList<>();
    for (Candidate candidate : choice.candidates()) {
      OptionalInt memoryNode = facts.host().memoryNode(candidate.node());
      cores.add(
          new PlannedCore(
              cores.size(),
              candidate.cpu(),
              candidate.node(),
              memoryNode,
              choice.reason(candidate, memoryNode)));
    }
    List<Integer> nodes = cores.stream().map(PlannedCore::node).distinct().toList();
    notes.addAll(kept.notes());
    if (request.housekeepingCpus().isEmpty() && kept != Housekeeping.NONE) {
      checkKept(nodes, request, kept, facts, notes);
    }
    Services services = new Services(facts, kept, choice.cpus(), nodes);
    return new PlacementPlan(
        name(), request, cores, services.aggregators(), services.network(), notes);
  }

  /** Whether each node in use keeps as many CPUs as asked for. */
  private static void checkKept(
      List<Integer> nodes,
      PlacementRequest request,
      Housekeeping kept,
      CpuFacts facts,
      List<String> notes) {
    for (int node : nodes) {
      int found = kept.on(node).size();
      if (found < request.housekeepingPerNode()) {
        CpuSet quiet =
            facts
                .host()
                .quietCpus()
                .intersect(facts.host().node(node).map(HostNode::cpus).orElse(CpuSet.of()));
        String shortage =
            "placement: housekeeping="
                + request.housekeepingPerNode()
                + " on node="
                + node
                + " cannot be had, "
                + found
                + " can be"
                + (quiet.isEmpty() ? "" : "; cpus=" + quiet + " are isolated, so for cores");
        if (!request.bestEffort()) {
          throw new PlacementException(
              shortage + "; name the CPUs to keep, keep fewer, or ask for best effort");
        }
        notes.add(shortage);
      }
    }
  }
}
