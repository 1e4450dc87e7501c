package io.numetry.bench.affinity.select;

import io.numetry.bench.affinity.result.Cpu;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.numa.CpuSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Where the busy loop and its aggregators run.
 *
 * @param placed the aggregator's CPU where it does the least harm; empty if there is no other CPU
 * @param sibling of the owner's physical core; empty if there is none
 * @param otherNode a CPU of another node; empty if there is none
 * @param elsewhere CPUs for all other threads: none of the owner's physical core, if there are
 *     others
 */
public record JitterPlace(
    int ownerCpu,
    OptionalInt placed,
    OptionalInt sibling,
    OptionalInt otherNode,
    CpuSet elsewhere) {

  /**
   * Chooses for a host.
   *
   * @param nearestFirst the relations of a good aggregator, the best first
   */
  public static JitterPlace of(HostCpus cpus, List<Relation> nearestFirst) {
    Cpu owner = cpus.typicalFirst().getFirst();
    CpuSet siblings = cpus.siblings(owner.id());
    CpuSet all = CpuSet.of(cpus.all().stream().mapToInt(Cpu::id).toArray());
    CpuSet allowed = all.intersect(cpus.host().allowedCpus());
    CpuSet node =
        CpuSet.of(
            cpus.all().stream()
                .filter(cpu -> cpu.node() == owner.node())
                .mapToInt(Cpu::id)
                .toArray());
    CpuSet elsewhere =
        Stream.of(
                allowed.intersect(node).minus(siblings).minus(cpus.host().quietCpus()),
                allowed.minus(siblings),
                allowed.minus(CpuSet.of(owner.id())))
            .filter(some -> !some.isEmpty())
            .findFirst()
            .orElse(all);
    Optional<OptionalInt> placed =
        nearestFirst.stream()
            .map(relation -> partner(cpus, owner, relation))
            .filter(OptionalInt::isPresent)
            .findFirst();
    return new JitterPlace(
        owner.id(),
        placed.orElse(OptionalInt.empty()),
        partner(cpus, owner, Relation.SIBLING),
        partner(cpus, owner, Relation.OTHER_NODE),
        elsewhere);
  }

  /** The lowest that is not isolated: housekeeping goes where the kernel's own work is. */
  private static OptionalInt partner(HostCpus cpus, Cpu owner, Relation relation) {
    return cpus.all().stream()
        .filter(cpu -> cpu.id() != owner.id() && cpus.relation(owner, cpu) == relation)
        .sorted(Comparator.comparing(Cpu::quiet))
        .mapToInt(Cpu::id)
        .findFirst();
  }
}
