package io.numetry.numa;

import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The host's nodes and CPUs, cut down to what this process may use. Immutable. {@link #host()} has
 * all the rest: sockets, physical cores, caches, distances, memory, and what the limits are.
 */
public final class NumaTopology {

  private static final int NO_NODE = -1;

  private final HostTopology host;
  private final List<NumaNode> nodes;

  /** By CPU number. Holds CPUs not allowed as well: a thread may be put on them from outside. */
  private final int[] nodeByCpu;

  NumaTopology(HostTopology host) {
    this.host = host;
    this.nodes =
        host.nodes().stream()
            .map(
                node ->
                    new NumaNode(
                        node.id(), node.cpus().intersect(host.allowedCpus()), node.memoryAllowed()))
            .toList();
    this.nodeByCpu = nodeByCpu(host.nodes());
  }

  /**
   * A topology made by hand, for tests and simulations: all CPUs named are present and allowed.
   *
   * @throws IllegalArgumentException if there is no node, or two have one number
   */
  public static NumaTopology of(NumaNode... nodes) {
    return of(
        HostTopology.ofNodes(
            Stream.of(nodes)
                .map(node -> HostNode.of(node.id(), node.cpus(), node.hasMemory()))
                .toList()));
  }

  /** What a process may use of a host that was read, or made by hand. */
  public static NumaTopology of(HostTopology host) {
    return new NumaTopology(host);
  }

  /** The host as it was read, with what this process may not use. */
  public HostTopology host() {
    return host;
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

  /**
   * The node that memory for a node comes from: itself if this process may take pages there, else
   * the nearest where it may; empty if there is none, or no such node.
   */
  public OptionalInt memoryNode(int node) {
    return host.memoryNode(node);
  }

  /** The CPUs that this process may run on. */
  public CpuSet allowedCpus() {
    return host.allowedCpus();
  }

  /**
   * The CPUs that threads can be pinned to: those allowed, and isolated ones that this process can
   * have by asking, see {@link HostTopology#pinnableCpus()}.
   */
  public CpuSet pinnableCpus() {
    return host.pinnableCpus();
  }

  /** The CPUs that are in the host, be they switched off or not allowed to this process. */
  public CpuSet presentCpus() {
    return host.presentCpus();
  }

  /** Why the one node here is assumed and not read; empty if the nodes are the host's own. */
  Optional<String> flatBecause() {
    return host.assumedBecause();
  }

  private CpuSet nodeIds() {
    // Node lists are written as CPU lists are.
    return CpuSet.of(nodes.stream().mapToInt(NumaNode::id).toArray());
  }

  private static int[] nodeByCpu(List<HostNode> hostNodes) {
    int end =
        hostNodes.stream()
            .flatMapToInt(node -> node.cpus().stream())
            .map(cpu -> cpu + 1)
            .max()
            .orElse(0);
    int[] nodeByCpu = new int[end];
    Arrays.fill(nodeByCpu, NO_NODE);
    for (HostNode node : hostNodes) {
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
