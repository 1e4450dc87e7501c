package io.numetry.numa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Why placement is less than full: the first reason is kept, and logged once. */
final class Degradation {

  private static final Logger LOGGER = System.getLogger("io.numetry.numa");

  private final AtomicReference<String> firstReason = new AtomicReference<>();

  void report(String reason) {
    if (firstReason.compareAndSet(null, reason)) {
      LOGGER.log(Level.WARNING, "NUMA placement is less than full. " + reason);
    }
  }

  Optional<String> reason() {
    return Optional.ofNullable(firstReason.get());
  }
}
