package io.numetry.bench.chaos.gate;

import io.numetry.bench.chaos.plan.Fault;
import java.util.Map;
import java.util.TreeMap;

/** How often each fault was done. Any thread. */
public final class FaultCounts {
  private final Map<Fault, Integer> counts = new TreeMap<>();

  synchronized void add(Fault fault) {
    counts.merge(fault, 1, Integer::sum);
  }

  public synchronized Map<Fault, Integer> counts() {
    return Map.copyOf(counts);
  }

  @Override
  public synchronized String toString() {
    return counts.toString();
  }
}
