package io.numetry.numa;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The host's nodes and CPUs, cut down to what this process may use. Immutable. */
public final class NumaTopology {

  private static final int NO_NODE = -1;

  private final List<NumaNode> nodes;
  private final CpuSet allowedCpus;
  private final CpuSet presentCpus;

  /** By CPU number. Holds CPUs not allowed as well: a thread may be put on them from outside. */
  private final int[] nodeByCpu;

  private final @Nullable String flatBecause;

  /**
   * @param hostNodes with all their CPUs, allowed or not
   * @param flatBecause why this is a single assumed node; null if the nodes are the host's own
   */
  NumaTopology(
      List<NumaNode> hostNodes,
      CpuSet allowedCpus,
      CpuSet presentCpus,
      @Nullable String flatBecause) {
    this.nodes =
        hostNodes.stream()
            .sorted(Comparator.comparingInt(NumaNode::id))
            .map(
                node ->
                    new NumaNode(node.id(), node.cpus().intersect(allowedCpus), node.hasMemory()))
            .toList();
    this.allowedCpus = allowedCpus;
    this.presentCpus = presentCpus;
    this.nodeByCpu = nodeByCpu(hostNodes);
    this.flatBecause = flatBecause;
  }

  /**
   * A topology made by hand, for tests and simulations: all CPUs named are present and allowed.
   *
   * @throws IllegalArgumentException if there is no node, or two have one number
   */
  public static NumaTopology of(NumaNode... nodes) {
    long ids = Stream.of(nodes).mapToInt(NumaNode::id).distinct().count();
    if (nodes.length == 0 || ids < nodes.length) {
      throw new IllegalArgumentException(
          "topology: nodes="
              + Stream.of(nodes).map(node -> String.valueOf(node.id())).toList()
              + ", name at least one, and each once");
    }
    CpuSet cpus = Stream.of(nodes).map(NumaNode::cpus).reduce(CpuSet.of(), CpuSet::union);
    return new NumaTopology(List.of(nodes), cpus, cpus, null);
  }

  /** One node 0 with all CPUs, for a host that does not tell of nodes. */
  static NumaTopology flat(CpuSet allowedCpus, CpuSet presentCpus, String because) {
    NumaNode node = new NumaNode(0, presentCpus.union(allowedCpus), true);
    return new NumaTopology(List.of(node), allowedCpus, presentCpus, because);
  }

  /** In ascending order of their numbers; at least one. */
  public List<NumaNode> nodes() {
    return nodes;
  }

  /**
   * The node of that number.
   *
   * @throws PlacementException if there is none
   */
  public NumaNode node(int id) {
    return node("topology", id);
  }

  /** As {@link #node(int)}, for a caller who tells in the message what it was doing. */
  NumaNode node(String what, int id) {
    return nodes.stream()
        .filter(node -> node.id() == id)
        .findFirst()
        .orElseThrow(
            () ->
                new PlacementException(
                    what + ": node=" + id + " does not exist, nodes=" + nodeIds()));
  }

  /** The node that a CPU belongs to, allowed or not; empty if the CPU is not known. */
  public OptionalInt nodeOfCpu(int cpu) {
    boolean known = cpu >= 0 && cpu < nodeByCpu.length && nodeByCpu[cpu] != NO_NODE;
    return known ? OptionalInt.of(nodeByCpu[cpu]) : OptionalInt.empty();
  }

  /** The CPUs that this process may run on. */
  public CpuSet allowedCpus() {
    return allowedCpus;
  }

  /** The CPUs that are in the host, be they switched off or not allowed to this process. */
  public CpuSet presentCpus() {
    return presentCpus;
  }

  /** Why the one node here is assumed and not read; empty if the nodes are the host's own. */
  Optional<String> flatBecause() {
    return Optional.ofNullable(flatBecause);
  }

  private CpuSet nodeIds() {
    // Node lists are written as CPU lists are.
    return CpuSet.of(nodes.stream().mapToInt(NumaNode::id).toArray());
  }

  private static int[] nodeByCpu(List<NumaNode> hostNodes) {
    int end =
        hostNodes.stream()
            .flatMapToInt(node -> node.cpus().stream())
            .map(cpu -> cpu + 1)
            .max()
            .orElse(0);
    int[] nodeByCpu = new int[end];
    Arrays.fill(nodeByCpu, NO_NODE);
    for (NumaNode node : hostNodes) {
      // A kernel with numa=fake lists a CPU under several nodes; the first one keeps it.
      node.cpus().stream()
          .filter(cpu -> nodeByCpu[cpu] == NO_NODE)
          .forEach(cpu -> nodeByCpu[cpu] = node.id());
    }
    return nodeByCpu;
  }

  @Override
  public String toString() {
    return nodes.stream()
        .map(node -> "node" + node.id() + "=" + (node.cpus().isEmpty() ? "none" : node.cpus()))
        .collect(Collectors.joining(" "));
  }
}
