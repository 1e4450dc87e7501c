package io.numetry.bench.affinity.synthetic;

import io.numetry.numa.hosts.HostTree;
import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.topology.HostTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Topologies read from the files of hosts that do not exist. */
public final class FixtureHosts {

  private static final Map<Object, HostTopology> KNOWN = new ConcurrentHashMap<>();

  private FixtureHosts() {}

  /** Read once: there are many tests, and each host is many small files. */
  public static HostTopology of(Hosts host) {
    return KNOWN.computeIfAbsent(host, name -> read(host::write));
  }

  private interface Writer {
    HostTree write(Path root);
  }

  private static HostTopology read(Writer writer) {
    try {
      Path root = Files.createTempDirectory("numetry-host");
      try {
        writer.write(root);
        return HostTopology.read(root);
      } finally {
        delete(root);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** CPUs 0 and 1, and nothing else. */
  public static HostTopology oneCoreOfTwoThreads() {
    return read(
        root ->
            new HostTree(root)
                .cpu(0, 0, 0, "0-1")
                .cpu(1, 0, 0, "0-1")
                .cache(3, "32768K", "0-1")
                .node(0, "0-1", 65_536, "10")
                .complete());
  }

  /** Eight sockets numbered 0, 1, 2, 4, 5, 8, 9, 11, each of so many cores of two threads. */
  public static HostTopology eightNodesWithGaps(int coresPerNode) {
    return KNOWN.computeIfAbsent(
        "eight nodes of " + coresPerNode, name -> makeEightNodes(coresPerNode));
  }

  private static HostTopology makeEightNodes(int coresPerNode) {
    int[] ids = {0, 1, 2, 4, 5, 8, 9, 11};
    int cores = ids.length * coresPerNode;
    return read(
        root -> {
          HostTree tree = new HostTree(root);
          for (int core = 0; core < cores; core++) {
            String siblings = core + "," + (core + cores);
            tree.cpu(core, core / coresPerNode, core % coresPerNode, siblings);
            tree.cpu(core + cores, core / coresPerNode, core % coresPerNode, siblings);
          }
          for (int n = 0; n < ids.length; n++) {
            int first = n * coresPerNode;
            String cpus = range(first, coresPerNode) + "," + range(first + cores, coresPerNode);
            tree.cache(3, "32768K", cpus);
            int from = n;
            tree.node(
                ids[n],
                cpus,
                65_536,
                IntStream.range(0, ids.length)
                    .mapToObj(to -> String.valueOf(hops(from, to)))
                    .collect(Collectors.joining(" ")));
          }
          return tree.complete();
        });
  }

  private static int hops(int from, int to) {
    return from == to ? 10 : from / 4 == to / 4 ? 16 : 28;
  }

  private static String range(int first, int count) {
    return List.of(first, first + count - 1).stream()
        .map(String::valueOf)
        .distinct()
        .collect(Collectors.joining("-"));
  }
}
