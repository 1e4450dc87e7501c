package io.numetry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells telemetry's components of a type from one another. Any thread. */
final class ComponentNumbers {
  private final Map<String, Integer> used = new ConcurrentHashMap<>();

  /** The next number of a type, from 0. */
  int next(String type) {
    return used.merge(type, 1, Integer::sum) - 1;
  }
}
