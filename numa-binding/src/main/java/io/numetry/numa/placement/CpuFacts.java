package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.CacheGroup;
import io.numetry.numa.topology.CoreKind;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import io.numetry.numa.topology.LogicalCpu;
import java.util.Optional;

/** What placing has to know of a host's CPUs. Immutable. */
final class CpuFacts {

  /** A CPU of less than 3/5 of the fastest one's capacity is a small core. */
  private static final int SLOW_NUMERATOR = 3;

  private static final int SLOW_DENOMINATOR = 5;

  private final HostTopology host;
  private final CpuSet quietCpus;
  private final int greatestCapacity;

  CpuFacts(HostTopology host) {
    this.host = host;
    this.quietCpus = host.quietCpus();
    this.greatestCapacity =
        host.cpus().stream().mapToInt(cpu -> cpu.capacity().orElse(0)).max().orElse(0);
  }

  HostTopology host() {
    return host;
  }

  /**
   * The CPUs of a node that threads can be pinned to. Where a CPU is listed under several nodes,
   * the first one has it.
   */
  CpuSet pinnableOn(HostNode node) {
    CpuSet cpus = node.cpus().intersect(host.pinnableCpus());
    for (HostNode other : host.nodes()) {
      if (other.id() < node.id()) {
        cpus = cpus.minus(other.cpus());
      }
    }
    return cpus;
  }

  /** All threads of a CPU's physical core, itself among them. */
  CpuSet physicalCore(int cpu) {
    return host.cpu(cpu).flatMap(LogicalCpu::siblings).orElseGet(() -> CpuSet.of(cpu));
  }

  Optional<CacheGroup> cache(int cpu) {
    return host.cpu(cpu).flatMap(LogicalCpu::lastLevelCache);
  }

  /** Isolated or tickless. */
  boolean quiet(int cpu) {
    return quietCpus.contains(cpu);
  }

  /** Built for economy; false if nobody tells. */
  boolean slow(int cpu) {
    LogicalCpu facts = host.cpu(cpu).orElse(null);
    if (facts == null) {
      return false;
    }
    return facts
        .kind()
        .map(kind -> kind == CoreKind.EFFICIENCY)
        .orElse(
            facts.capacity().isPresent()
                && facts.capacity().getAsInt() * SLOW_DENOMINATOR
                    < greatestCapacity * SLOW_NUMERATOR);
  }
}
