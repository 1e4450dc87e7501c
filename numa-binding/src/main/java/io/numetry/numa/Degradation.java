package io.numetry.numa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Why placement is less than full: the first reason is kept. Each thing is logged once. For any
 * thread.
 */
final class Degradation {

  private static final Logger LOGGER = System.getLogger("io.numetry.numa");

  private final AtomicReference<String> firstReason = new AtomicReference<>();

  /** Bounded: one a node, a kind of option or a disagreement. */
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  /** Of the whole process; logged if it is the first reason. */
  void report(String reason) {
    if (firstReason.compareAndSet(null, reason)) {
      LOGGER.log(Level.WARNING, "NUMA placement is less than full. " + reason);
    }
  }

  /** Of one node; logged if it is the first of that node. */
  void reportOfNode(int node, String reason) {
    firstReason.compareAndSet(null, reason);
    logOnce("node " + node, "NUMA placement is less than full. " + reason);
  }

  /** Something to know that makes placement no less; logged if it is the first of its kind. */
  void note(String kind, String text) {
    logOnce(kind, text);
  }

  private void logOnce(String key, String text) {
    if (logged.add(key)) {
      LOGGER.log(Level.WARNING, text);
    }
  }

  Optional<String> reason() {
    return Optional.ofNullable(firstReason.get());
  }
}
