package io.numetry.numa;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What this host offers for placing threads and memory: the door to everything in this module.
 *
 * <p>One instance serves a process. All methods may be called from any thread; those that speak of
 * "the calling thread" act on its kernel thread and are of no use to a virtual thread.
 *
 * <p>Without a working libnuma everything here still works: the topology is one node or what sysfs
 * tells, pinning goes through libc, and memory is mapped without being bound. {@link
 * #degradedReason()} then says why, and one warning has been logged.
 */
public interface NumaSystem {

  /** The process-wide instance; libraries are loaded and probed on the first call. */
  static NumaSystem system() {
    return NumaSystems.system();
  }

  /**
   * True if this process may bind memory to nodes at all. A single range can fail to be all the
   * same, see {@link NodeMemory#bound()}; that changes nothing here.
   */
  boolean bindsMemory();

  /**
   * Why placement is less than full: libnuma is missing, say, or a node had no memory of its own.
   * The first reason there was; empty if there was none so far.
   */
  Optional<String> degradedReason();

  /** The host's nodes and CPUs, cut down to what this process may use. Read once, immutable. */
  NumaTopology topology();

  /**
   * The CPU that the calling thread runs on at this moment, see {@code sched_getcpu(3)}; -1 if this
   * platform cannot tell.
   */
  int currentCpu();

  /**
   * The node of {@link #currentCpu()}; -1 if that CPU came to a host of several nodes after the
   * topology was read.
   */
  int currentNode();

  /**
   * The kernel's number of the calling thread, see {@code gettid(2)}; empty if this platform cannot
   * tell.
   */
  default OptionalInt currentKernelThread() {
    return OptionalInt.empty();
  }

  /** The CPUs that the calling thread may run on, see {@code sched_getaffinity(2)}. */
  CpuSet currentAffinity();

  /**
   * Restricts the calling thread to {@code cpus}, and reads back that the kernel did so.
   *
   * @return closes by giving the thread its former CPUs again
   * @throws PlacementException if a CPU does not exist or is not allowed to this process, or if the
   *     kernel refuses; the thread's affinity is then as before
   */
  ThreadPin pinCurrentThread(CpuSet cpus);

  /**
   * Reserves address space whose pages will come from {@code node}. No page is touched.
   *
   * @param bytes rounded up to whole pages
   * @throws PlacementException if there is no such node, or the kernel refuses the mapping
   */
  NodeMemory reserve(int node, long bytes, MemoryTag tag);

  /**
   * As {@link #reserve(int, long, MemoryTag)}, with huge pages or locked ones. What cannot be had
   * is done without: see {@link NodeMemory#options()} and {@link NodeMemory#shortfalls()}.
   *
   * @param bytes rounded up to whole pages of the kind in force
   * @throws PlacementException if there is no such node, or the kernel refuses the mapping
   */
  default NodeMemory reserve(int node, long bytes, MemoryTag tag, MemoryOptions options) {
    return reserve(node, bytes, tag);
  }
}
