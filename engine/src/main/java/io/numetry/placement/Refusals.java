package io.numetry.placement;

import io.numetry.numa.PlacementException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pinning that was refused and is put up with: warned of once for each thread, and counted. */
final class Refusals {
  private static final System.Logger LOG = System.getLogger(Placement.class.getName());

  /** Threads with ever new names must not fill the memory. */
  private static final int MOST_KEPT = 256;

  private final Map<String, String> byThread = new LinkedHashMap<>();
  private long count;

  void add(String who, PlacementException refusal) {
    boolean first;
    synchronized (this) {
      count++;
      first =
          byThread.size() < MOST_KEPT
              && byThread.put(who, who + ": " + refusal.getMessage()) == null;
    }
    if (first) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} runs unpinned (told once): {1}",
          who,
          refusal.getMessage());
    }
  }

  /** The thread has left its place: what it was refused is of the past. */
  synchronized void forget(String who) {
    byThread.remove(who);
  }

  synchronized long count() {
    return count;
  }

  synchronized List<String> all() {
    return new ArrayList<>(byThread.values());
  }
}
