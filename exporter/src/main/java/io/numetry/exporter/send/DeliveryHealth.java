package io.numetry.exporter.send;

import io.numetry.health.ExporterHealth;
import io.numetry.health.ExporterHealth.Failure;
import io.numetry.health.ExporterHealth.Points;
import io.numetry.health.ExporterHealth.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How delivery is, kept for others to read. The event loop writes, and whoever drops points where
 * it has ended; any thread reads, and nobody waits.
 */
final class DeliveryHealth {
  /** A destination that makes up ever new causes must not fill the memory. */
  private static final int MAX_CAUSES = 32;

  private static final String OTHER = "other";

  private final Map<String, AtomicLong> dropped = new ConcurrentHashMap<>();
  private volatile @Nullable Instant waitingSince;
  private volatile @Nullable Instant lastSuccess;
  private volatile @Nullable Failure lastFailure;
  private volatile boolean answered;
  private volatile boolean closed;

  /** The destination accepted a request. */
  void accepted() {
    lastSuccess = Instant.now();
  }

  /** The destination answered, and not that it wants to be asked later. */
  void reached() {
    answered = true;
    waitingSince = null;
  }

  /** The destination is away, or accepts nothing for now. */
  void unreachable(String cause) {
    Instant now = Instant.now();
    lastFailure = new Failure(cause, now);
    if (waitingSince == null) {
      waitingSince = now;
    }
  }

  /** Points were given up. */
  void dropped(String cause, long points) {
    lastFailure = new Failure(cause, Instant.now());
    AtomicLong known = dropped.get(cause);
    if (known == null) {
      String kept = dropped.size() < MAX_CAUSES ? cause : OTHER;
      known = dropped.computeIfAbsent(kept, key -> new AtomicLong());
    }
    known.addAndGet(points);
  }

  void closed() {
    closed = true;
  }

  ExporterHealth at(String exporter, SenderStatistics statistics) {
    // What is settled first, and then what was handed over: nothing in flight is ever negative.
    var byCause = new TreeMap<String, Long>();
    dropped.forEach((cause, points) -> byCause.put(cause, points.get()));
    long delivered = statistics.acceptedPoints();
    long rejected = statistics.rejectedPoints();
    long lost = byCause.values().stream().mapToLong(Long::longValue).sum();
    long handedOver = statistics.handedOverPoints();
    Instant since = waitingSince;
    return new ExporterHealth(
        exporter,
        state(since),
        closed ? Optional.empty() : Optional.ofNullable(since),
        Optional.ofNullable(lastSuccess),
        Optional.ofNullable(lastFailure),
        new Points(
            handedOver, delivered, rejected, byCause, handedOver - delivered - rejected - lost),
        statistics.framesWaiting());
  }

  private State state(@Nullable Instant since) {
    if (closed) {
      return State.CLOSED;
    }
    if (since != null) {
      return State.WAITING;
    }
    return answered ? State.DELIVERING : State.STARTING;
  }
}
