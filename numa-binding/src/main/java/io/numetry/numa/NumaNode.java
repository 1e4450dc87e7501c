package io.numetry.numa;

/**
 * One NUMA node, as this process may use it. Made by {@link NumaTopology}; further components will
 * follow, so take nodes from there and read them by their accessors.
 *
 * @param id the kernel's number; numbers may have gaps
 * @param cpus the node's CPUs that this process may run on; none for a memory-only node
 * @param hasMemory false if nothing can be bound to it: a node of CPUs alone, or one whose memory
 *     is not allowed to this process
 */
public record NumaNode(int id, CpuSet cpus, boolean hasMemory) {
  public NumaNode {
    if (id < 0) {
      throw new IllegalArgumentException("numa node: id=" + id + " is negative");
    }
  }
}
