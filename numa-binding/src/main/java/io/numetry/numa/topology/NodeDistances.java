package io.numetry.numa.topology;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How far nodes are from each other, in the firmware's unit: 10 is a node's own memory, 20 takes
 * twice as long. Immutable.
 *
 * @see <a
 *     href="https://www.kernel.org/doc/Documentation/ABI/stable/sysfs-devices-node">sysfs-devices-node,
 *     distance</a>
 */
public final class NodeDistances {

  /** The distance of a node from itself, and the least there is. */
  public static final int LOCAL = 10;

  static final NodeDistances UNKNOWN = new NodeDistances(Map.of());

  /** From a node to the others, by their numbers. Rows that are not known are missing. */
  private final Map<Integer, Map<Integer, Integer>> rows = new TreeMap<>();

  NodeDistances(Map<Integer, Map<Integer, Integer>> rows) {
    rows.forEach((from, row) -> this.rows.put(from, new TreeMap<>(row)));
  }

  /** The distance between two nodes; empty if not told. */
  public OptionalInt between(int from, int to) {
    Integer distance = rows.getOrDefault(from, Map.of()).get(to);
    return distance == null ? OptionalInt.empty() : OptionalInt.of(distance);
  }

  /** Whether anything at all is known. */
  public boolean known() {
    return !rows.isEmpty();
  }

  /**
   * Nodes in the order of their distance from one, nearest first, lower numbers first among equals.
   * The node itself comes first if it is among them; those at an unknown distance come last.
   */
  public List<Integer> nearestFirst(int from, Collection<Integer> nodes) {
    return nodes.stream()
        .sorted(
            Comparator.comparing((Integer node) -> node != from)
                .thenComparingInt(node -> between(from, node).orElse(Integer.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** One row a node, "0: 0=10 1=21". */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    rows.forEach(
        (from, row) -> {
          text.append(text.isEmpty() ? "" : "; ").append(from).append(':');
          row.forEach((to, distance) -> text.append(' ').append(to).append('=').append(distance));
        });
    return text.isEmpty() ? "unknown" : text.toString();
  }
}
