package io.numetry.aggregate;

import io.numetry.health.AggregatorHealth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What others may see of an aggregator's cycles. Its thread writes, any thread reads; values of one
 * cycle may be seen before the others of it.
 */
final class CyclePulse {
  private final AtomicLong cycles = new AtomicLong();
  private volatile long lastUnixMillis;
  private volatile int cores;
  private volatile Supplier<List<String>> notPolling = List::of;

  /**
   * The aggregator: cycles begin.
   *
   * @param itsNotPolling names the cores that were late for the last one; on any thread
   */
  void begin(Supplier<List<String>> itsNotPolling) {
    notPolling = itsNotPolling;
  }

  /** The aggregator: a cycle has ended. Allocates nothing. */
  void ended(int itsCores) {
    cores = itsCores;
    lastUnixMillis = System.currentTimeMillis();
    cycles.incrementAndGet();
  }

  AggregatorHealth health(int node, boolean running) {
    long seen = cycles.get();
    return new AggregatorHealth(
        node,
        running,
        seen,
        seen == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(lastUnixMillis)),
        cores,
        notPolling.get());
  }
}
