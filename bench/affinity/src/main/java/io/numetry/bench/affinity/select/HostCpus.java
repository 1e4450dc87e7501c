package io.numetry.bench.affinity.select;

import io.numetry.bench.affinity.result.Cpu;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.CacheGroup;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import io.numetry.numa.topology.LogicalCpu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The CPUs that threads can be pinned to, and how they are related. Immutable. */
public final class HostCpus {

  private final HostTopology host;
  private final List<Cpu> cpus = new ArrayList<>();

  public HostCpus(HostTopology host) {
    this.host = host;
    for (HostNode node : host.nodes()) {
      for (int id : node.cpus().intersect(host.pinnableCpus()).toArray()) {
        // A CPU that is listed under several nodes belongs to the first.
        if (cpus.stream().noneMatch(known -> known.id() == id)) {
          cpus.add(
              new Cpu(
                  id,
                  node.id(),
                  siblings(id).first(),
                  cache(id).map(CpuSet::first).orElse(-1),
                  host.quietCpus().contains(id)));
        }
      }
    }
    cpus.sort(Comparator.comparingInt(Cpu::id));
  }

  public HostTopology host() {
    return host;
  }

  /** In ascending order. */
  public List<Cpu> all() {
    return List.copyOf(cpus);
  }

  /**
   * In the order in which they stand for others: quiet ones first, and last those of CPU 0's
   * physical core, which kernels give more work of their own than others.
   */
  List<Cpu> typicalFirst() {
    return cpus.stream()
        .sorted(
            Comparator.comparing((Cpu cpu) -> cpu.core() == 0)
                .thenComparing(cpu -> !cpu.quiet())
                .thenComparingInt(Cpu::id))
        .toList();
  }

  /** Of two different CPUs. */
  public Relation relation(Cpu a, Cpu b) {
    if (siblings(a.id()).contains(b.id())) {
      return Relation.SIBLING;
    }
    if (a.node() != b.node()) {
      return Relation.OTHER_NODE;
    }
    boolean oneCache = cache(a.id()).map(shared -> shared.contains(b.id())).orElse(false);
    return oneCache ? Relation.SAME_CACHE : Relation.SAME_NODE;
  }

  CpuPair pair(Cpu from, Cpu to) {
    return new CpuPair(from.id(), to.id(), from.node(), to.node(), relation(from, to));
  }

  /** All threads of a CPU's physical core, itself among them. */
  public CpuSet siblings(int cpu) {
    return host.cpu(cpu).flatMap(LogicalCpu::siblings).orElseGet(() -> CpuSet.of(cpu));
  }

  private Optional<CpuSet> cache(int cpu) {
    return host.cpu(cpu).flatMap(LogicalCpu::lastLevelCache).map(CacheGroup::cpus);
  }
}
