package io.numetry.bench.affinity.result;

import java.util.List;

/**
 * A NUMA node.
 *
 * @param cpus in the kernel's list format, those that are on
 * @param memory true if this process may take memory there
 * @param distances to all nodes, in the order of their numbers; 0 if not told
 */
public record Node(int id, String cpus, boolean memory, List<Integer> distances) {
  public Node {
    distances = List.copyOf(distances);
  }
}
