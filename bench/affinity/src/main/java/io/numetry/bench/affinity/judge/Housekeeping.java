package io.numetry.bench.affinity.judge;

import io.numetry.bench.affinity.select.HostCpus;
import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.CoreKind;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import io.numetry.numa.topology.LogicalCpu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The CPUs that each node keeps free of cores.
 *
 * @param notes what is less than it should be, a sentence each
 */
record Housekeeping(CpuSet cpus, List<String> notes) {

  /**
   * @param wholeCores true to keep all threads of a physical core, false for one of them
   */
  static Housekeeping choose(HostTopology host, boolean wholeCores) {
    HostCpus cpus = new HostCpus(host);
    CpuSet kept = CpuSet.of();
    List<String> notes = new ArrayList<>();
    for (HostNode node : host.nodes()) {
      CpuSet own =
          CpuSet.of(
              cpus.all().stream()
                  .filter(cpu -> cpu.node() == node.id())
                  .mapToInt(cpu -> cpu.id())
                  .toArray());
      CpuSet possible = own.intersect(host.allowedCpus()).minus(host.quietCpus());
      if (own.isEmpty()) {
        continue;
      }
      if (possible.isEmpty()) {
        notes.add("Node " + node.id() + " keeps no CPU: all of its CPUs are isolated.");
        continue;
      }
      int first = lowest(host, possible);
      CpuSet core = cpus.siblings(first).intersect(own);
      CpuSet usable = core.intersect(possible);
      if (wholeCores && !own.minus(core).isEmpty()) {
        kept = kept.union(usable);
      } else if (own.size() > 1) {
        kept = kept.union(CpuSet.of(first));
        if (wholeCores && core.size() > 1) {
          notes.add(
              "Node "
                  + node.id()
                  + " has one physical core: its aggregator shares it with a core, at a cost.");
        }
      } else {
        notes.add("Node " + node.id() + " keeps no CPU: it has only one.");
      }
    }
    return new Housekeeping(kept, List.copyOf(notes));
  }

  /** Efficiency cores before others, then the lowest: kernels work there anyway. */
  private static int lowest(HostTopology host, CpuSet possible) {
    return possible.stream()
        .boxed()
        .min(
            Comparator.comparing((Integer cpu) -> !isEfficient(host, cpu))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static boolean isEfficient(HostTopology host, int cpu) {
    return host.cpu(cpu).flatMap(LogicalCpu::kind).equals(Optional.of(CoreKind.EFFICIENCY));
  }
}
