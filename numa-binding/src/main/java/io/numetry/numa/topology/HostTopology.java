package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the host is made of, and what of it this process may use. Immutable, so for any thread; read
 * once, while CPUs and memory may come and go afterwards.
 *
 * <p>What the host does not tell is empty, never guessed; {@link #remarks()} says what was damaged.
 */
public final class HostTopology {

  private final List<HostNode> nodes;
  private final NodeDistances distances;
  private final Map<Integer, LogicalCpu> cpus = new TreeMap<>();
  private final CpuSet presentCpus;
  private final CpuSet onlineCpus;
  private final CpuSet allowedCpus;
  private final CpuSet pinnableCpus;
  private final CpuSet isolatedCpus;
  private final CpuSet ticklessCpus;
  private final ProcessLimits limits;
  private final @Nullable String assumedBecause;
  private final List<String> remarks;

  HostTopology(
      List<HostNode> nodes,
      NodeDistances distances,
      List<LogicalCpu> cpus,
      CpuSet presentCpus,
      CpuSet onlineCpus,
      CpuSet allowedCpus,
      CpuSet pinnableCpus,
      CpuSet isolatedCpus,
      CpuSet ticklessCpus,
      ProcessLimits limits,
      @Nullable String assumedBecause,
      List<String> remarks) {
    this.nodes = nodes.stream().sorted(Comparator.comparingInt(HostNode::id)).toList();
    this.distances = distances;
    cpus.forEach(cpu -> this.cpus.putIfAbsent(cpu.id(), cpu));
    this.presentCpus = presentCpus;
    this.onlineCpus = onlineCpus;
    this.allowedCpus = allowedCpus;
    this.pinnableCpus = pinnableCpus;
    this.isolatedCpus = isolatedCpus;
    this.ticklessCpus = ticklessCpus;
    this.limits = limits;
    this.assumedBecause = assumedBecause;
    this.remarks = List.copyOf(remarks);
  }

  /**
   * Reads the folders sys and proc beneath a root, "/" or a tree that stands in for it. Never
   * fails: what cannot be read is unknown.
   */
  public static HostTopology read(Path root) {
    return new HostReader(root).read(Optional.empty());
  }

  /**
   * As {@link #read(Path)}, with the CPUs that the scheduler gives this process as the kernel
   * answered when asked, see {@code sched_getaffinity(2)}.
   */
  public static HostTopology read(Path root, CpuSet affinity) {
    return new HostReader(root).read(Optional.of(affinity));
  }

  /**
   * A topology made by hand, for tests and simulations: all CPUs named are on and allowed, and
   * nothing but their nodes is known of them.
   *
   * @throws IllegalArgumentException if there is no node, or two have one number
   */
  public static HostTopology ofNodes(List<HostNode> nodes) {
    List<Integer> ids = nodes.stream().map(HostNode::id).toList();
    if (ids.isEmpty() || Set.copyOf(ids).size() < ids.size()) {
      throw new IllegalArgumentException(
          "topology: nodes=" + ids + ", name at least one, and each once");
    }
    CpuSet all = nodes.stream().map(HostNode::cpus).reduce(CpuSet.of(), CpuSet::union);
    return bare(nodes, all, all, null);
  }

  /** One node 0, assumed, with all CPUs. */
  public static HostTopology assumed(CpuSet cpus, String because) {
    return bare(List.of(HostNode.of(0, cpus, true)), cpus, cpus, because);
  }

  private static HostTopology bare(
      List<HostNode> nodes, CpuSet present, CpuSet allowed, @Nullable String because) {
    List<LogicalCpu> cpus = new ArrayList<>();
    for (HostNode node : nodes) {
      node.cpus().stream().forEach(c -> cpus.add(LogicalCpu.bare(c, OptionalInt.of(node.id()))));
    }
    return new HostTopology(
        nodes,
        NodeDistances.UNKNOWN,
        cpus,
        present,
        present,
        allowed,
        allowed,
        CpuSet.of(),
        CpuSet.of(),
        ProcessLimits.NONE,
        because,
        List.of());
  }

  /** In ascending order of their numbers; at least one. */
  public List<HostNode> nodes() {
    return nodes;
  }

  /** The node of that number; empty if there is none. */
  public Optional<HostNode> node(int id) {
    return nodes.stream().filter(node -> node.id() == id).findFirst();
  }

  /** How far the nodes are from each other. */
  public NodeDistances distances() {
    return distances;
  }

  /**
   * The node that memory for a node comes from: itself if this process may take pages there, else
   * the nearest where it may, the lowest of the nearest; empty if there is none or no such node.
   */
  public OptionalInt memoryNode(int node) {
    if (node(node).isEmpty()) {
      return OptionalInt.empty();
    }
    List<Integer> withMemory =
        nodes.stream().filter(HostNode::memoryAllowed).map(HostNode::id).toList();
    return distances.nearestFirst(node, withMemory).stream().mapToInt(n -> n).findFirst();
  }

  /** The CPUs that are on, in ascending order. */
  public List<LogicalCpu> cpus() {
    return List.copyOf(cpus.values());
  }

  /** The CPU of that number; empty if there is none or it is off. */
  public Optional<LogicalCpu> cpu(int id) {
    return Optional.ofNullable(cpus.get(id));
  }

  /** Processor packages in ascending order; none if the host does not tell. */
  public List<Socket> sockets() {
    Map<Integer, CpuSet> bySocket = new TreeMap<>();
    for (LogicalCpu cpu : cpus.values()) {
      if (cpu.socket().isPresent()) {
        bySocket.merge(cpu.socket().getAsInt(), CpuSet.of(cpu.id()), CpuSet::union);
      }
    }
    return bySocket.entrySet().stream().map(e -> new Socket(e.getKey(), e.getValue())).toList();
  }

  /** Physical cores in the order of their lowest CPUs. Each CPU that is on belongs to one. */
  public List<PhysicalCore> physicalCores() {
    Map<CpuSet, PhysicalCore> cores = new LinkedHashMap<>();
    for (LogicalCpu cpu : cpus.values()) {
      CpuSet threads = cpu.siblings().orElseGet(() -> CpuSet.of(cpu.id()));
      cores.putIfAbsent(threads, new PhysicalCore(cpu.socket(), threads));
    }
    return List.copyOf(cores.values());
  }

  /** Last-level caches in the order of their lowest CPUs; none if the host does not tell. */
  public List<CacheGroup> cacheGroups() {
    Set<CacheGroup> groups = new LinkedHashSet<>();
    cpus.values().forEach(cpu -> cpu.lastLevelCache().ifPresent(groups::add));
    return List.copyOf(groups);
  }

  /** The CPUs that are in the host, be they off or not allowed. */
  public CpuSet presentCpus() {
    return presentCpus;
  }

  /** The CPUs that are on. */
  public CpuSet onlineCpus() {
    return onlineCpus;
  }

  /** The CPUs that are in the host and off. */
  public CpuSet offlineCpus() {
    return presentCpus.minus(onlineCpus);
  }

  /** The CPUs that this process runs on by itself: on, and left by all of {@link #limits()}. */
  public CpuSet allowedCpus() {
    return allowedCpus;
  }

  /**
   * The CPUs that threads can be pinned to: those allowed and, if nobody gave this process another
   * affinity than the one that every process starts with, the isolated ones. The kernel leaves
   * these out of that affinity, so that only who asks for them gets there.
   */
  public CpuSet pinnableCpus() {
    return pinnableCpus;
  }

  /**
   * The CPUs that the scheduler puts nothing on of itself, whether this process may use them or
   * not.
   *
   * @see <a href="https://www.kernel.org/doc/html/latest/admin-guide/kernel-parameters.html">kernel
   *     parameters, isolcpus</a>
   */
  public CpuSet isolatedCpus() {
    return isolatedCpus;
  }

  /**
   * The CPUs whose timer tick stops while one thread runs.
   *
   * @see <a href="https://www.kernel.org/doc/html/latest/timers/no_hz.html">NO_HZ: Reducing
   *     Scheduling-Clock Ticks</a>
   */
  public CpuSet ticklessCpus() {
    return ticklessCpus;
  }

  /** Isolated or tickless: CPUs that somebody set apart for threads of their own. */
  public CpuSet quietCpus() {
    return isolatedCpus.union(ticklessCpus);
  }

  /** What keeps this process to a part of the host. */
  public ProcessLimits limits() {
    return limits;
  }

  /** Why the one node here is assumed and not read; empty if the nodes are the host's own. */
  public Optional<String> assumedBecause() {
    return Optional.ofNullable(assumedBecause);
  }

  /** What was damaged or contradicted itself, in the order it was met. */
  public List<String> remarks() {
    return remarks;
  }

  /** Why no thread can be pinned to a CPU; empty if one can. */
  public Optional<String> whyNotPinnable(int cpu) {
    if (pinnableCpus.contains(cpu)) {
      return Optional.empty();
    }
    if (!presentCpus.contains(cpu)) {
      return Optional.of("does not exist");
    }
    if (!onlineCpus.contains(cpu)) {
      return Optional.of("is offline");
    }
    return Optional.of(
        limits.forbiddingCpu(cpu).map(limit -> "is outside " + limit).orElse("is not allowed"));
  }

  /** The nodes with their CPUs, one after another. */
  @Override
  public String toString() {
    return String.join(
        " ",
        Stream.concat(
                nodes.stream()
                    .map(n -> "node" + n.id() + "=" + (n.cpus().isEmpty() ? "none" : n.cpus())),
                Stream.of("allowed=" + allowedCpus))
            .toList());
  }
}
