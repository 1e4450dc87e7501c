package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.HostNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * What one node has for cores.
 *
 * @param candidates in the order of choice
 */
record NodeRoom(HostNode node, List<Candidate> candidates) {

  /**
   * All nodes that have something: those with memory of their own first, then by their numbers.
   *
   * @param kept CPUs that no core may have
   */
  static List<NodeRoom> all(CpuFacts facts, PlacementRequest request, CpuSet kept) {
    return facts.host().nodes().stream()
        .map(node -> new NodeRoom(node, candidates(node, facts, request, kept)))
        .filter(room -> !room.candidates().isEmpty())
        .sorted(
            Comparator.comparing((NodeRoom room) -> !room.node().memoryAllowed())
                .thenComparingInt(room -> room.node().id()))
        .toList();
  }

  private static List<Candidate> candidates(
      HostNode node, CpuFacts facts, PlacementRequest request, CpuSet kept) {
    boolean quietFirst = request.isolated() == IsolatedUse.FIRST;
    CpuSet usable = facts.pinnableOn(node).minus(kept);
    if (request.isolated() == IsolatedUse.AVOID) {
      usable = usable.minus(facts.host().quietCpus());
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int cpu : usable.toArray()) {
      CpuSet core = facts.physicalCore(cpu);
      boolean first = cpu == firstThread(core.intersect(usable), facts, quietFirst);
      boolean besideKept = !core.intersect(kept).isEmpty();
      OptionalInt tier = tier(request.threads(), first, besideKept);
      if (tier.isPresent()) {
        candidates.add(
            new Candidate(
                cpu, node.id(), tier.getAsInt(), facts.quiet(cpu), facts.slow(cpu), first));
      }
    }
    candidates.sort(Candidate.order(quietFirst));
    return List.copyOf(candidates);
  }

  private static int firstThread(CpuSet threads, CpuFacts facts, boolean quietFirst) {
    CpuSet quiet = threads.intersect(facts.host().quietCpus());
    return quietFirst && !quiet.isEmpty() ? quiet.first() : threads.first();
  }

  /**
   * Empty if the CPU is not to be used.
   *
   * @param besideKept true if housekeeping has another thread of the same physical core
   */
  private static OptionalInt tier(ThreadUse threads, boolean first, boolean besideKept) {
    return switch (threads) {
      case ONE_PER_CORE -> first && !besideKept ? OptionalInt.of(0) : OptionalInt.empty();
      case CORES_FIRST -> OptionalInt.of(besideKept ? 2 : first ? 0 : 1);
      case ALL_THREADS -> OptionalInt.of(besideKept ? 1 : 0);
    };
  }
}
