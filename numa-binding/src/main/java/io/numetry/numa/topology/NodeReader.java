package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the nodes.
 *
 * @see <a
 *     href="https://www.kernel.org/doc/Documentation/ABI/stable/sysfs-devices-node">sysfs-devices-node</a>
 */
final class NodeReader {

  /** Kernels are built for 1024 nodes at most. */
  static final int HIGHEST_NODE = 1023;

  private static final String NODES = "sys/devices/system/node/";
  private static final int FARTHEST = 255;

  private final HostFiles files;
  private final Remarks remarks;
  private final MemoryReader memory;

  NodeReader(HostFiles files, Remarks remarks) {
    this.files = files;
    this.remarks = remarks;
    this.memory = new MemoryReader(files, remarks);
  }

  /** Why the nodes cannot be told; a node told wrongly would be worse than none. */
  static final class Untold extends Exception {
    private static final long serialVersionUID = 1;

    Untold(String why) {
      super(why);
    }
  }

  /**
   * All nodes that are switched on.
   *
   * @param limits which of them this process may take memory from
   */
  List<HostNode> nodes(CpuSet onlineCpus, List<Limit> limits) throws Untold {
    CpuSet ids = needed("online");
    if (ids.isEmpty() || ids.stream().anyMatch(id -> id > HIGHEST_NODE)) {
      throw new Untold(
          "file=" + files.file(NODES + "online") + " is absurd, nodes=\"" + ids + "\"");
    }
    CpuSet withMemory = withMemory(ids);
    CpuSet allowed = allowed(withMemory, limits);
    List<HostNode> nodes = new ArrayList<>();
    for (int id : ids.toArray()) {
      nodes.add(
          new HostNode(
              id,
              needed("node" + id + "/cpulist").intersect(onlineCpus),
              withMemory.contains(id),
              allowed.contains(id),
              memory.ofNode(NODES + "node" + id)));
    }
    return List.copyOf(nodes);
  }

  private CpuSet needed(String file) throws Untold {
    Optional<CpuSet> list = files.list(NODES + file);
    if (list.isEmpty()) {
      throw new Untold("cannot read a list from file=" + files.file(NODES + file));
    }
    return list.get();
  }

  /** Older kernels tell of normal memory alone, which was all there was. */
  private CpuSet withMemory(CpuSet ids) throws Untold {
    Optional<CpuSet> told =
        files.list(NODES + "has_memory").or(() -> files.list(NODES + "has_normal_memory"));
    if (told.isEmpty()) {
      throw new Untold("cannot read a list from file=" + files.file(NODES + "has_memory"));
    }
    return told.get().intersect(ids);
  }

  private CpuSet allowed(CpuSet withMemory, List<Limit> limits) {
    CpuSet allowed = ProcessLimits.within(limits, withMemory);
    if (allowed.isEmpty() && !withMemory.isEmpty()) {
      remarks.add("topology: limits " + limits + " leave no node's memory, they are ignored");
      return withMemory;
    }
    return allowed;
  }

  /** A row is in the order of the nodes that are switched on; a row of another length is none. */
  NodeDistances distances(List<HostNode> nodes) {
    Map<Integer, Map<Integer, Integer>> rows = new HashMap<>();
    for (HostNode node : nodes) {
      String path = NODES + "node" + node.id() + "/distance";
      files
          .text(path)
          .ifPresent(
              text -> {
                Map<Integer, Integer> row = row(text, nodes);
                if (row.isEmpty()) {
                  remarks.add(
                      "topology: file="
                          + files.file(path)
                          + " holds no distances of nodes="
                          + nodes.size()
                          + ", text=\""
                          + HostFiles.brief(text)
                          + "\"");
                } else {
                  rows.put(node.id(), row);
                }
              });
    }
    return new NodeDistances(rows);
  }

  /** Empty if the text is no row for these nodes. */
  private static Map<Integer, Integer> row(String text, List<HostNode> nodes) {
    String[] distances = text.split("\\s+", -1);
    Map<Integer, Integer> row = new HashMap<>();
    for (int i = 0; i < distances.length && distances.length == nodes.size(); i++) {
      long distance = HostFiles.digits(distances[i]).orElse(0);
      if (distance < NodeDistances.LOCAL || distance > FARTHEST) {
        return Map.of();
      }
      row.put(nodes.get(i).id(), (int) distance);
    }
    return row;
  }
}
