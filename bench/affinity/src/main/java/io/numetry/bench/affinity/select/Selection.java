package io.numetry.bench.affinity.select;

import io.numetry.bench.affinity.result.Cpu;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What is measured on a host. The same host gives the same selection.
 *
 * @param handovers pairs for the hand-over of a cache line; from is the lower CPU
 * @param banks CPUs and the nodes of their banks, a node's own first
 * @param aggregators owners (from) and the CPUs of their aggregators (to)
 * @param leftOut what was left out to save time, a sentence each
 * @param impossible what this host does not let one measure, a sentence each
 */
public record Selection(
    List<CpuPair> handovers,
    List<BankPlace> banks,
    List<CpuPair> aggregators,
    List<String> leftOut,
    List<String> impossible) {

  /** Up to so many CPUs a quick run measures all pairs. */
  static final int FEW_CPUS = 16;

  /** Up to so many nodes a quick run measures all pairs of them. */
  static final int FEW_NODES = 4;

  public Selection {
    handovers = List.copyOf(handovers);
    banks = List.copyOf(banks);
    aggregators = List.copyOf(aggregators);
    leftOut = List.copyOf(leftOut);
    impossible = List.copyOf(impossible);
  }

  /**
   * Chooses for a host.
   *
   * @param full true for all pairs; false for one of each relation and pair of nodes where there
   *     are many
   * @param bindsMemory false if banks lie wherever the kernel puts them
   */
  public static Selection of(HostCpus cpus, boolean full, boolean bindsMemory) {
    List<String> leftOut = new ArrayList<>();
    return new Selection(
        handovers(cpus, full, leftOut),
        banks(cpus, full, bindsMemory, leftOut),
        aggregators(cpus, full, leftOut),
        leftOut,
        impossible(cpus, bindsMemory));
  }

  private static List<CpuPair> handovers(HostCpus cpus, boolean full, List<String> leftOut) {
    boolean all = full || cpus.all().size() <= FEW_CPUS;
    List<Cpu> order = all ? cpus.all() : cpus.typicalFirst();
    Map<Object, CpuPair> chosen = new LinkedHashMap<>();
    int pairs = 0;
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        CpuPair pair = ascending(cpus, order.get(i), order.get(j));
        chosen.putIfAbsent(all ? pair : kind(pair), pair);
        pairs++;
      }
    }
    if (chosen.size() < pairs) {
      leftOut.add(
          "Hand-over between "
              + chosen.size()
              + " of "
              + pairs
              + " pairs of CPUs: one for each relation and each pair of nodes; --full measures all.");
    }
    return chosen.values().stream()
        .sorted(Comparator.comparingInt(CpuPair::from).thenComparingInt(CpuPair::to))
        .toList();
  }

  private static CpuPair ascending(HostCpus cpus, Cpu a, Cpu b) {
    return a.id() < b.id() ? cpus.pair(a, b) : cpus.pair(b, a);
  }

  private static List<Object> kind(CpuPair pair) {
    return List.of(
        pair.relation(),
        Math.min(pair.fromNode(), pair.toNode()),
        Math.max(pair.fromNode(), pair.toNode()));
  }

  private static List<BankPlace> banks(
      HostCpus cpus, boolean full, boolean bindsMemory, List<String> leftOut) {
    HostTopology host = cpus.host();
    List<Integer> memory =
        host.nodes().stream().filter(HostNode::memoryAllowed).map(HostNode::id).toList();
    List<BankPlace> places = new ArrayList<>();
    int possible = 0;
    for (Cpu owner : owners(cpus)) {
      OptionalInt own = host.memoryNode(owner.node());
      List<Integer> nodes =
          bindsMemory && host.nodes().size() > 1
              ? host.distances().nearestFirst(owner.node(), memory)
              : List.of(own.orElse(owner.node()));
      possible += nodes.size();
      Stream<Integer> chosen =
          full || memory.size() <= FEW_NODES ? nodes.stream() : nearestAndFarthest(nodes, 2);
      chosen.forEach(node -> places.add(new BankPlace(owner.id(), owner.node(), node)));
    }
    if (places.size() < possible) {
      leftOut.add(
          "Banks on "
              + places.size()
              + " of "
              + possible
              + " pairs of nodes: a node's own, the nearest and the farthest; --full measures all.");
    }
    return places;
  }

  private static List<CpuPair> aggregators(HostCpus cpus, boolean full, List<String> leftOut) {
    List<CpuPair> chosen = new ArrayList<>();
    int possible = 0;
    List<Cpu> owners = owners(cpus);
    for (Cpu owner : owners) {
      for (Relation relation : Relation.values()) {
        if (relation != Relation.OTHER_NODE) {
          Optional<Cpu> partner =
              cpus.typicalFirst().stream()
                  .filter(cpu -> cpu.id() != owner.id() && cpu.node() == owner.node())
                  .filter(cpu -> cpus.relation(owner, cpu) == relation)
                  .findFirst();
          partner.ifPresent(cpu -> chosen.add(cpus.pair(owner, cpu)));
        }
      }
      List<Integer> others =
          cpus.host()
              .distances()
              .nearestFirst(
                  owner.node(),
                  owners.stream().map(Cpu::node).filter(node -> node != owner.node()).toList());
      possible += others.size();
      (full || owners.size() <= FEW_NODES ? others.stream() : nearestAndFarthest(others, 1))
          .forEach(
              node ->
                  owners.stream()
                      .filter(cpu -> cpu.node() == node)
                      .forEach(cpu -> chosen.add(cpus.pair(owner, cpu))));
    }
    long across = chosen.stream().filter(p -> p.relation() == Relation.OTHER_NODE).count();
    if (across < possible) {
      leftOut.add(
          "Aggregators on another node for "
              + across
              + " of "
              + possible
              + " pairs of nodes: the nearest and the farthest; --full measures all.");
    }
    return chosen;
  }

  /** The first so many, and the last one. */
  private static Stream<Integer> nearestAndFarthest(List<Integer> nodes, int first) {
    return nodes.size() <= first
        ? nodes.stream()
        : Stream.concat(nodes.stream().limit(first), Stream.of(nodes.getLast()));
  }

  /** A CPU of each node that has one, by the nodes' numbers. */
  private static List<Cpu> owners(HostCpus cpus) {
    Map<Integer, Cpu> owners = new LinkedHashMap<>();
    cpus.typicalFirst().forEach(cpu -> owners.putIfAbsent(cpu.node(), cpu));
    return owners.values().stream().sorted(Comparator.comparingInt(Cpu::node)).toList();
  }

  private static List<String> impossible(HostCpus cpus, boolean bindsMemory) {
    List<String> impossible = new ArrayList<>();
    List<Cpu> all = cpus.all();
    long nodes = all.stream().map(Cpu::node).distinct().count();
    if (all.size() < 2) {
      impossible.add(
          "There is only one CPU for this process: hand-over, aggregators on CPUs of their own"
              + " and floating threads cannot be measured.");
    }
    if (cpus.host().nodes().size() < 2) {
      impossible.add("There is only one NUMA node: remote banks cannot be measured.");
    } else if (!bindsMemory) {
      impossible.add("Memory cannot be bound to nodes here: remote banks cannot be measured.");
    }
    if (nodes < 2) {
      impossible.add(
          "There are CPUs of only one NUMA node: an aggregator on another node cannot be measured.");
    }
    if (all.stream().map(Cpu::core).distinct().count() == all.size()) {
      impossible.add(
          "No physical core has two hardware threads here: SMT siblings cannot be measured.");
    }
    return impossible;
  }
}
