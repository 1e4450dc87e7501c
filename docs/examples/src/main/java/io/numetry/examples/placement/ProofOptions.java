package io.numetry.examples.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.topology.HostTopology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be proven.
 *
 * @param cpus of the cores; by default the first of each node, or of a single node two
 * @param seconds that messages flow before anybody looks
 * @param strict false to run wherever it can, and only to tell what differs
 * @param bankHalfBytes of each core
 * @param locked true if all of each bank is to be in memory from the start
 * @param disturbances what is done meanwhile, one after the other
 */
record ProofOptions(
    CpuSet cpus,
    int seconds,
    boolean strict,
    long bankHalfBytes,
    boolean locked,
    List<Disturbance> disturbances) {
  private static final long MIB = 1 << 20;

  /**
   * Reads {@code --cpus LIST --seconds N --bank-mib N --lock --best-effort --disturb NAME,...}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static ProofOptions parse(List<String> arguments) {
    Deque<String> left = new ArrayDeque<>(arguments);
    CpuSet cpus = firstOfEachNode(NumaSystem.system().topology().host());
    int seconds = 3;
    boolean strict = true;
    long bankMib = 16;
    boolean locked = false;
    List<Disturbance> disturbances = new ArrayList<>();
    while (!left.isEmpty()) {
      String option = left.removeFirst();
      switch (option) {
        case "--cpus" -> cpus = CpuSet.parse(left.removeFirst());
        case "--seconds" -> seconds = Integer.parseInt(left.removeFirst());
        case "--bank-mib" -> bankMib = Long.parseLong(left.removeFirst());
        case "--lock" -> locked = true;
        case "--best-effort" -> strict = false;
        case "--disturb" ->
            Stream.of(left.removeFirst().split(",", -1))
                .map(Disturbance::named)
                .forEach(disturbances::add);
        default -> throw new IllegalArgumentException(option + " is no option of the proof");
      }
    }
    return new ProofOptions(cpus, seconds, strict, bankMib * MIB, locked, disturbances);
  }

  /** Of a single node two, so that messages have somewhere to go. */
  private static CpuSet firstOfEachNode(HostTopology host) {
    List<CpuSet> byNode =
        host.nodes().stream()
            .map(node -> node.cpus().intersect(host.pinnableCpus()))
            .filter(cpus -> !cpus.isEmpty())
            .toList();
    if (byNode.size() > 1) {
      return CpuSet.of(byNode.stream().mapToInt(CpuSet::first).toArray());
    }
    int[] cpus = host.pinnableCpus().stream().limit(2).toArray();
    return CpuSet.of(cpus);
  }
}
