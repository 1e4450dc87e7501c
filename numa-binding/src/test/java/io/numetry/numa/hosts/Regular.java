package io.numetry.numa.hosts;

import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A machine made of equal parts, numbered as Linux numbers x86 machines: the first threads of all
 * physical cores, then the second ones.
 *
 * @param cachesPerNode last-level caches of a node; 0 if the nodes of a socket share one
 */
record Regular(int sockets, int nodesPerSocket, int cachesPerNode, int coresPerNode, int threads) {

  private static final int NODE_MIB = 65_536;

  int nodes() {
    return sockets * nodesPerSocket;
  }

  private int cores() {
    return nodes() * coresPerNode;
  }

  /** CPUs of the physical cores in a range, all threads. */
  private String cpus(int firstCore, int count) {
    return IntStream.range(0, threads)
        .mapToObj(t -> range(t * cores() + firstCore, count))
        .collect(Collectors.joining(","));
  }

  private static String range(int first, int count) {
    return count == 1 ? "" + first : first + "-" + (first + count - 1);
  }

  /**
   * @param distance from a node to another
   */
  HostTree write(HostTree tree, IntBinaryOperator distance) {
    int coresPerSocket = nodesPerSocket * coresPerNode;
    for (int core = 0; core < cores(); core++) {
      for (int thread = 0; thread < threads; thread++) {
        int cpu = thread * cores() + core;
        tree.cpu(cpu, core / coresPerSocket, core % coresPerSocket, cpus(core, 1));
      }
    }
    int coresPerCache = cachesPerNode == 0 ? coresPerSocket : coresPerNode / cachesPerNode;
    for (int core = 0; core < cores(); core += coresPerCache) {
      tree.cache(3, "32768K", cpus(core, coresPerCache));
    }
    for (int node = 0; node < nodes(); node++) {
      int from = node;
      String row =
          IntStream.range(0, nodes())
              .mapToObj(to -> "" + distance.applyAsInt(from, to))
              .collect(Collectors.joining(" "));
      tree.node(node, cpus(node * coresPerNode, coresPerNode), NODE_MIB, row);
    }
    return tree.complete();
  }
}
