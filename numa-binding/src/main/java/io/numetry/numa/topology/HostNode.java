package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;

/**
 * One NUMA node of the host, whatever this process may use of it.
 *
 * @param id the kernel's number; numbers may have gaps
 * @param cpus the node's CPUs that are switched on; none for a memory-only node
 * @param hasMemory false for a node of CPUs alone
 * @param memoryAllowed true if this process may take pages from there; false without memory
 * @param memory amounts in bytes
 * @see <a
 *     href="https://www.kernel.org/doc/Documentation/ABI/stable/sysfs-devices-node">sysfs-devices-node</a>
 */
public record HostNode(
    int id, CpuSet cpus, boolean hasMemory, boolean memoryAllowed, MemoryFigures memory) {

  public HostNode {
    if (memoryAllowed && !hasMemory) {
      throw new IllegalArgumentException(
          "host node: id=" + id + " memoryAllowed=true but hasMemory=false, set it to false");
    }
  }

  /** A node made by hand, all of it allowed, with memory of unknown size if any. */
  public static HostNode of(int id, CpuSet cpus, boolean hasMemory) {
    return new HostNode(id, cpus, hasMemory, hasMemory, MemoryFigures.UNKNOWN);
  }
}
