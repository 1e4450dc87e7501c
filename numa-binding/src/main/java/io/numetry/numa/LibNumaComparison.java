package io.numetry.numa;

import io.numetry.numa.lib.LibNuma;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import io.numetry.numa.topology.LogicalCpu;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Compares what sysfs says of the nodes with what libnuma says. */
final class LibNumaComparison {

  /** One is enough to know of; a host of hundreds of CPUs would bring hundreds. */
  private static final int MOST = 8;

  private final HostTopology host;
  private final LibNuma libnuma;
  private final List<String> disagreements = new ArrayList<>();

  private LibNumaComparison(HostTopology host, LibNuma libnuma) {
    this.host = host;
    this.libnuma = libnuma;
  }

  /** A sentence for each thing that the two tell differently; a few at most. */
  static List<String> disagreements(HostTopology host, LibNuma libnuma) {
    LibNumaComparison comparison = new LibNumaComparison(host, libnuma);
    comparison.compare("highest node", host.nodes().getLast().id(), libnuma.numa_max_node());
    host.nodes().forEach(comparison::compareMemory);
    host.cpus().forEach(comparison::compareNode);
    host.nodes().forEach(comparison::compareDistances);
    List<String> all = comparison.disagreements;
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  private void compareMemory(HostNode node) {
    boolean hasMemory = libnuma.numa_node_size64(node.id(), null) > 0;
    compare("memory of node=" + node.id(), node.hasMemory(), hasMemory);
  }

  private void compareNode(LogicalCpu cpu) {
    if (cpu.node().isPresent()) {
      int told = libnuma.numa_node_of_cpu(cpu.id());
      compare("node of cpu=" + cpu.id(), cpu.node().getAsInt(), told < 0 ? null : told);
    }
  }

  private void compareDistances(HostNode from) {
    for (HostNode to : host.nodes()) {
      OptionalInt distance = host.distances().between(from.id(), to.id());
      int told = libnuma.numa_distance(from.id(), to.id());
      if (distance.isPresent() && told != 0) {
        compare(
            "distance from node=" + from.id() + " to node=" + to.id(), distance.getAsInt(), told);
      }
    }
  }

  private void compare(String what, Object sysfs, @Nullable Object told) {
    if (!sysfs.equals(told)) {
      disagreements.add(
          "topology: "
              + what
              + " differs, sysfs="
              + sysfs
              + " libnuma="
              + (told == null ? "unknown" : told)
              + ", sysfs is believed");
    }
  }
}
