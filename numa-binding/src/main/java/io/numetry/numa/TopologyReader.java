package io.numetry.numa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the topology from sysfs.
 *
 * @see <a
 *     href="https://www.kernel.org/doc/Documentation/ABI/stable/sysfs-devices-node">sysfs-devices-node</a>
 */
final class TopologyReader {

  private final Path cpuDir;
  private final Path nodeDir;
  private final CpuSet allowedCpus;

  private TopologyReader(Path sysfs, CpuSet allowedCpus) {
    this.cpuDir = sysfs.resolve("devices/system/cpu");
    this.nodeDir = sysfs.resolve("devices/system/node");
    this.allowedCpus = allowedCpus;
  }

  /**
   * Never fails: where sysfs is hidden, damaged or says nothing of these CPUs, as in some
   * sandboxes, the answer is one node with all of them.
   */
  static NumaTopology read(Path sysfs, CpuSet allowedCpus) {
    return new TopologyReader(sysfs, allowedCpus).read();
  }

  private NumaTopology read() {
    CpuSet presentCpus = presentCpus();
    try {
      List<NumaNode> nodes = nodes();
      boolean placesCpus = nodes.stream().anyMatch(n -> !n.cpus().intersect(allowedCpus).isEmpty());
      return placesCpus
          ? new NumaTopology(nodes, allowedCpus, presentCpus, null)
          : flat(presentCpus, "none of cpus=" + allowedCpus + " belongs to a node");
    } catch (IOException e) {
      return flat(presentCpus, "cannot read file=" + e.getMessage());
    } catch (IllegalArgumentException e) {
      return flat(presentCpus, e.getMessage());
    }
  }

  private NumaTopology flat(CpuSet presentCpus, String because) {
    return NumaTopology.flat(
        allowedCpus, presentCpus, "topology: " + because + ", one node 0 is assumed");
  }

  /** Allowed CPUs are surely there, whatever sysfs says or does not say. */
  private CpuSet presentCpus() {
    try {
      return list(cpuDir.resolve("present")).union(allowedCpus);
    } catch (IOException | IllegalArgumentException e) {
      return allowedCpus;
    }
  }

  private List<NumaNode> nodes() throws IOException {
    CpuSet withMemory = list(nodeDir.resolve("has_memory"));
    List<NumaNode> nodes = new ArrayList<>();
    for (int id : list(nodeDir.resolve("online")).toArray()) {
      CpuSet cpus = list(nodeDir.resolve("node" + id).resolve("cpulist"));
      nodes.add(new NumaNode(id, cpus, withMemory.contains(id)));
    }
    return nodes;
  }

  /** Node numbers come in the same list format as CPU numbers. */
  private static CpuSet list(Path file) throws IOException {
    return CpuSet.parse(Files.readString(file));
  }
}
