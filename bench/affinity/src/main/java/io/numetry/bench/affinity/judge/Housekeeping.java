package io.numetry.bench.affinity.judge;

import io.numetry.bench.affinity.result.Cpu;
import io.numetry.bench.affinity.select.HostCpus;
import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.CoreKind;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import io.numetry.numa.topology.LogicalCpu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The CPUs that each node keeps free of cores.
 *
 * @param sharesCores true if some of them share a physical core with a core
 * @param cores the CPUs left for cores then, one of each physical core
 * @param notes what is less than it should be, a sentence each
 */
record Housekeeping(CpuSet cpus, boolean sharesCores, CpuSet cores, List<String> notes) {

  /**
   * Chooses on each node.
   *
   * @param wholeCores true to keep all threads of a physical core; false for one thread, so that no
   *     physical core is lost where it has several
   */
  static Housekeeping choose(HostTopology host, boolean wholeCores) {
    HostCpus cpus = new HostCpus(host);
    CpuSet kept = CpuSet.of();
    boolean shares = false;
    List<String> notes = new ArrayList<>();
    for (HostNode node : host.nodes()) {
      CpuSet own =
          CpuSet.of(
              cpus.all().stream()
                  .filter(cpu -> cpu.node() == node.id())
                  .mapToInt(Cpu::id)
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
      boolean others = !own.minus(core).isEmpty();
      if (core.size() > 1 && !(wholeCores && others)) {
        kept = kept.union(last(core.intersect(possible)));
        shares = true;
        if (wholeCores) {
          notes.add(
              "Node "
                  + node.id()
                  + " has one physical core: its aggregator shares it with a core, at a cost.");
        }
      } else if (others) {
        kept = kept.union(core.intersect(possible));
      } else {
        notes.add("Node " + node.id() + " keeps no CPU: it has only one.");
      }
    }
    return new Housekeeping(kept, shares, onePerCore(cpus, kept), List.copyOf(notes));
  }

  private static CpuSet last(CpuSet cpus) {
    return CpuSet.of(cpus.stream().max().orElseThrow());
  }

  /** Of each physical core the first thread that is not kept, isolated ones before others. */
  private static CpuSet onePerCore(HostCpus cpus, CpuSet kept) {
    Map<Integer, Cpu> first = new TreeMap<>();
    cpus.all().stream()
        .filter(cpu -> !kept.contains(cpu.id()))
        .sorted(Comparator.comparing((Cpu cpu) -> !cpu.quiet()).thenComparingInt(Cpu::id))
        .forEach(cpu -> first.putIfAbsent(cpu.core(), cpu));
    return CpuSet.of(first.values().stream().mapToInt(Cpu::id).toArray());
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
