package io.numetry.numa.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.NodeDistances;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The CPUs chosen for cores, in the order of choice.
 *
 * @param how what led to the nodes
 */
record Choice(List<Candidate> candidates, String how) {

  static final Choice NONE = new Choice(List.of(), "");

  private static final int HIGHEST_TIER = 2;

  CpuSet cpus() {
    return CpuSet.of(candidates.stream().mapToInt(Candidate::cpu).toArray());
  }

  /** Everything there is, node by node. */
  static Choice all(List<NodeRoom> rooms) {
    List<Candidate> all =
        rooms.stream()
            .sorted(Comparator.comparingInt(room -> room.node().id()))
            .flatMap(room -> room.candidates().stream())
            .toList();
    return new Choice(all, "every CPU that can be had");
  }

  /**
   * So many, packed: on the lowest node that has room for all, else on nodes by their distance from
   * the first. Isolated CPUs alone are tried before all, and a lower tier before the next.
   *
   * @return {@link #NONE} if there are not so many
   */
  static Choice packed(
      int count, List<NodeRoom> rooms, PlacementRequest request, NodeDistances distances) {
    if (request.isolated() == IsolatedUse.FIRST) {
      Choice quiet =
          within(
              rooms, c -> c.quiet() && c.tier() == 0, count, true, " on isolated CPUs", distances);
      if (!quiet.candidates().isEmpty()) {
        return quiet;
      }
    }
    for (int tier = 0; tier <= HIGHEST_TIER; tier++) {
      int highest = tier;
      boolean oneNodeWillDo = tier == 0 || request.threads() != ThreadUse.CORES_FIRST;
      Choice choice = within(rooms, c -> c.tier() <= highest, count, oneNodeWillDo, "", distances);
      if (!choice.candidates().isEmpty()) {
        return choice;
      }
    }
    return NONE;
  }

  private static Choice within(
      List<NodeRoom> all,
      Predicate<Candidate> pool,
      int count,
      boolean oneNodeWillDo,
      String where,
      NodeDistances distances) {
    List<NodeRoom> rooms =
        all.stream()
            .map(r -> new NodeRoom(r.node(), r.candidates().stream().filter(pool).toList()))
            .filter(room -> !room.candidates().isEmpty())
            .toList();
    for (NodeRoom room : rooms) {
      if (oneNodeWillDo && room.candidates().size() >= count) {
        return new Choice(
            room.candidates().subList(0, count),
            "node " + room.node().id() + " is the lowest with room for all " + count + where);
      }
    }
    List<Candidate> spread = spread(rooms, distances);
    return spread.size() < count
        ? NONE
        : new Choice(
            spread.subList(0, count),
            "no node has room for all " + count + where + ", nodes by distance from the first");
  }

  /** Tier by tier, and nodes from the first outward within each. */
  private static List<Candidate> spread(List<NodeRoom> rooms, NodeDistances distances) {
    if (rooms.isEmpty()) {
      return List.of();
    }
    int first = rooms.getFirst().node().id();
    List<Integer> outward =
        distances.nearestFirst(first, rooms.stream().map(room -> room.node().id()).toList());
    List<Candidate> spread = new ArrayList<>();
    rooms.stream()
        .sorted(
            Comparator.comparing((NodeRoom room) -> !room.node().memoryAllowed())
                .thenComparingInt(room -> outward.indexOf(room.node().id())))
        .forEach(room -> spread.addAll(room.candidates()));
    spread.sort(Comparator.comparingInt(Candidate::tier)); // stable
    return spread;
  }

  /** Why one of them was chosen. */
  String reason(Candidate candidate, OptionalInt memoryNode) {
    String memory =
        memoryNode.equals(OptionalInt.of(candidate.node()))
            ? ""
            : ", its node has no memory to be had, "
                + (memoryNode.isPresent()
                    ? "node " + memoryNode.getAsInt() + " lends"
                    : "none has");
    return how + "; " + candidate.describe() + memory;
  }
}
