package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One CPU that is switched on, as the scheduler sees it. What the host does not tell is empty.
 *
 * @param id the kernel's number
 * @param node the NUMA node it belongs to
 * @param socket the processor package it is in, {@code physical_package_id}
 * @param coreId the number of its physical core within the socket; hardware's choice, with gaps
 * @param siblings the CPUs of the same physical core, itself among them
 * @param lastLevelCache the cache farthest out that it reaches
 * @param capacity its greatest speed in relation to the host's fastest CPU, which has 1024
 * @param kind of a hybrid processor's core; empty on processors of one kind
 * @see <a href="https://www.kernel.org/doc/html/latest/admin-guide/cputopology.html">How CPU
 *     topology info is exported via sysfs</a>
 */
public record LogicalCpu(
    int id,
    OptionalInt node,
    OptionalInt socket,
    OptionalInt coreId,
    Optional<CpuSet> siblings,
    Optional<CacheGroup> lastLevelCache,
    OptionalInt capacity,
    Optional<CoreKind> kind) {

  /** A CPU of which nothing but its node is known. */
  static LogicalCpu bare(int id, OptionalInt node) {
    return new LogicalCpu(
        id,
        node,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }
}
