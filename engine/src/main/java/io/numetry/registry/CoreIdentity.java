package io.numetry.registry;

import java.util.OptionalInt;

/**
 * Who a core is.
 *
 * @param name unique among the open cores
 * @param cpu the CPU that its owner is pinned to; empty for a floating core
 * @param node the NUMA node that its bank lies on
 * @param owner the one thread that records
 * @param kernelThread the kernel's number of the owner; empty if nobody asks for it, or the
 *     platform cannot tell
 */
public record CoreIdentity(
    String name, OptionalInt cpu, int node, Thread owner, OptionalInt kernelThread) {

  /** An owner whose number nobody asks for. */
  public CoreIdentity(String name, OptionalInt cpu, int node, Thread owner) {
    this(name, cpu, node, owner, OptionalInt.empty());
  }
}
