package io.numetry.numa;

import io.numetry.numa.lib.LibC;
import io.numetry.numa.lib.LibNuma;
import java.util.Optional;

/** Binds address ranges to nodes, and takes a refusal for an answer. */
final class NodeBinder {

  private final LibNuma libnuma;
  private final LinuxLibraries libraries;

  NodeBinder(LibNuma libnuma, LinuxLibraries libraries) {
    this.libnuma = libnuma;
    this.libraries = libraries;
  }

  /**
   * Asks whether this process may bind at all.
   *
   * @return why not; empty if it may
   */
  Optional<String> refusal() {
    // numa_available() says yes in containers whose filter refuses mbind. Nothing is done to an
    // empty range, but a filter refuses it all the same.
    return libnuma.mbind(0, 0, LibNuma.MPOL_DEFAULT, null, 0, 0) == 0
        ? Optional.empty()
        : Optional.of(refused("range=none", libraries.errno()));
  }

  /**
   * Tells the kernel to take a range's pages from one node and no other.
   *
   * @return why the kernel refused; empty if it agreed
   */
  Optional<String> bind(long address, long bytes, int node) {
    long[] nodemask = new long[node / Long.SIZE + 1];
    nodemask[node / Long.SIZE] = 1L << (node % Long.SIZE);
    long maxnode = (long) nodemask.length * Long.SIZE + 1;
    return libnuma.mbind(address, bytes, LibNuma.MPOL_BIND, nodemask, maxnode, 0) == 0
        ? Optional.empty()
        : Optional.of(refused("node=" + node, libraries.errno()));
  }

  private String refused(String what, int errno) {
    return "mbind: refused for " + what + ", " + libraries.describe(errno) + advice(errno);
  }

  private static String advice(int errno) {
    return switch (errno) {
      case LibC.EPERM, LibC.ENOSYS ->
          "; in a container, allow mbind in the seccomp profile or add CAP_SYS_NICE";
      case LibC.EINVAL -> "; see that cpuset.mems allows the node";
      default -> "";
    };
  }
}
