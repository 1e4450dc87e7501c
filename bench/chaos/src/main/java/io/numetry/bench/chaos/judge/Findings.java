package io.numetry.bench.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What differs; of each kind the first few, and how many there are. */
public final class Findings {
  private static final int TOLD_OF_EACH = 5;

  private final Map<String, List<String>> byKind = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  public void add(String kind, String what) {
    List<String> known = byKind.computeIfAbsent(kind, any -> new ArrayList<>());
    if (known.size() < TOLD_OF_EACH) {
      known.add(what);
    }
    counts.merge(kind, 1, Integer::sum);
  }

  /** Adds it unless that holds. */
  public void require(boolean holds, String kind, String what) {
    if (!holds) {
      add(kind, what);
    }
  }

  public boolean isEmpty() {
    return byKind.isEmpty();
  }

  /** A line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    byKind.forEach(
        (kind, told) -> {
          told.forEach(what -> lines.add(kind + ": " + what));
          int more = counts.getOrDefault(kind, 0) - told.size();
          if (more > 0) {
            lines.add(kind + ": and " + more + " more");
          }
        });
    return lines;
  }
}
