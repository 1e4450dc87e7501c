package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts a {@link HostTopology} together from the kernel's files. */
final class HostReader {

  private static final String CPUS = "sys/devices/system/cpu/";

  private final Remarks remarks = new Remarks();
  private final HostFiles files;
  private final NodeReader nodes;

  HostReader(Path root) {
    this.files = new HostFiles(root, remarks);
    this.nodes = new NodeReader(files, remarks);
  }

  HostTopology read(Optional<CpuSet> affinity) {
    ProcessLimits limits = new LimitsReader(files, remarks).read(affinity);
    CpuSet online = onlineCpus(affinity, limits);
    CpuSet allowed = allowedCpus(online, limits);
    CpuSet present = files.list(CPUS + "present").orElse(online).union(online);
    try {
      List<HostNode> hostNodes = nodes.nodes(online, limits.memory());
      if (hostNodes.stream().allMatch(node -> node.cpus().intersect(allowed).isEmpty())) {
        throw new NodeReader.Untold("none of cpus=" + allowed + " belongs to a node");
      }
      return assembled(
          hostNodes, nodes.distances(hostNodes), present, online, allowed, limits, null);
    } catch (NodeReader.Untold e) {
      HostNode assumed =
          new HostNode(0, online, true, true, new MemoryReader(files, remarks).ofHost());
      String because = "topology: " + e.getMessage() + ", one node 0 is assumed";
      return assembled(
          List.of(assumed), NodeDistances.UNKNOWN, present, online, allowed, limits, because);
    }
  }

  private HostTopology assembled(
      List<HostNode> hostNodes,
      NodeDistances distances,
      CpuSet present,
      CpuSet online,
      CpuSet allowed,
      ProcessLimits limits,
      @Nullable String assumedBecause) {
    List<LogicalCpu> cpus = new CpuReader(files, remarks).read(online, nodeOf(hostNodes));
    CpuSet isolated = files.list(CPUS + "isolated").orElse(CpuSet.of()).intersect(online);
    CpuSet tickless = files.list(CPUS + "nohz_full").orElse(CpuSet.of()).intersect(online);
    return new HostTopology(
        hostNodes,
        distances,
        cpus,
        present,
        online,
        allowed,
        pinnableCpus(online, allowed, isolated, limits),
        isolated,
        tickless,
        limits,
        assumedBecause,
        remarks.toList());
  }

  /** A kernel with numa=fake lists a CPU under several nodes; the first one keeps it. */
  private static IntFunction<OptionalInt> nodeOf(List<HostNode> hostNodes) {
    return cpu ->
        hostNodes.stream()
            .filter(node -> node.cpus().contains(cpu))
            .mapToInt(HostNode::id)
            .findFirst();
  }

  /** CPUs that the kernel says this process may run on are surely on, whatever a file says. */
  private CpuSet onlineCpus(Optional<CpuSet> affinity, ProcessLimits limits) {
    CpuSet known = affinity.orElse(CpuSet.of());
    CpuSet told =
        files.list(CPUS + "online").or(() -> files.list(CPUS + "present")).orElse(CpuSet.of());
    CpuSet online = told.union(known);
    if (!online.isEmpty()) {
      return online;
    }
    CpuSet left =
        limits.cpus().stream()
            .map(Limit::numbers)
            .reduce(CpuSet::intersect)
            .orElseGet(HostReader::asManyAsTheJvmHas);
    remarks.add("topology: nothing tells which CPUs are on, cpus=" + left + " are assumed");
    return left;
  }

  /**
   * With isolcpus, processes start with an affinity of all other CPUs. That is no wish of anybody
   * for this process; an affinity that differs from it is.
   *
   * @see <a href="https://man7.org/linux/man-pages/man1/taskset.1.html">taskset(1)</a>
   */
  private static CpuSet pinnableCpus(
      CpuSet online, CpuSet allowed, CpuSet isolated, ProcessLimits limits) {
    List<Limit> beyondAffinity =
        limits.cpus().stream().filter(l -> !l.source().equals(LimitsReader.AFFINITY)).toList();
    CpuSet reachable = ProcessLimits.within(beyondAffinity, online);
    boolean affinityOfEverybody = reachable.minus(isolated).equals(allowed);
    return affinityOfEverybody ? allowed.union(reachable.intersect(isolated)) : allowed;
  }

  private static CpuSet asManyAsTheJvmHas() {
    return CpuSet.of(IntStream.range(0, Runtime.getRuntime().availableProcessors()).toArray());
  }

  private CpuSet allowedCpus(CpuSet online, ProcessLimits limits) {
    CpuSet allowed = ProcessLimits.within(limits.cpus(), online);
    if (allowed.isEmpty()) {
      remarks.add(
          "topology: limits " + limits.cpus() + " leave none of cpus=" + online + ", ignored");
      return online;
    }
    return allowed;
  }
}
