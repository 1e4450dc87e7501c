package io.numetry.exporter.send;

import io.numetry.exporter.spool.DropCause;
import io.numetry.exporter.spool.SpoolStatistics;
import io.numetry.health.ExporterHealth;
import io.numetry.health.ExporterHealth.Failure;
import io.numetry.health.ExporterHealth.Points;
import io.numetry.health.ExporterHealth.SpoolHealth;
import io.numetry.health.ExporterHealth.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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

  ExporterHealth at(
      String exporter, SenderStatistics statistics, Optional<SpoolStatistics> inSpool) {
    // What is settled first, and then what was handed over: nothing in flight is ever negative.
    var byCause = new TreeMap<String, Long>();
    dropped.forEach((cause, points) -> byCause.put(cause, points.get()));
    inSpool.ifPresent(spool -> addDrops(spool, byCause));
    long delivered = statistics.acceptedPoints();
    long rejected = statistics.rejectedPoints();
    long lost = byCause.values().stream().mapToLong(Long::longValue).sum();
    long spooled = inSpool.map(SpoolStatistics::points).orElse(0L);
    long handedOver =
        statistics.handedOverPoints() + inSpool.map(SpoolStatistics::recoveredPoints).orElse(0L);
    Instant since = waitingSince;
    return new ExporterHealth(
        exporter,
        state(since, spooled),
        closed ? Optional.empty() : Optional.ofNullable(since),
        Optional.ofNullable(lastSuccess),
        Optional.ofNullable(lastFailure),
        new Points(
            handedOver,
            delivered,
            rejected,
            byCause,
            spooled,
            Math.max(0, handedOver - delivered - rejected - lost - spooled)),
        statistics.framesWaiting(),
        inSpool.map(DeliveryHealth::spool));
  }

  private static SpoolHealth spool(SpoolStatistics spool) {
    long nowUnixNano = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    return new SpoolHealth(
        spool.records(),
        spool.bytes(),
        Duration.ofNanos(spool.oldestAgeNanos(nowUnixNano)),
        spool.ioErrors());
  }

  private static void addDrops(SpoolStatistics spool, Map<String, Long> byCause) {
    for (DropCause cause : DropCause.values()) {
      add(byCause, "spool: " + cause.name().toLowerCase(Locale.ROOT), spool.droppedPoints(cause));
    }
    add(byCause, "spool: found broken", spool.corruptPoints());
  }

  private static void add(Map<String, Long> byCause, String cause, long points) {
    if (points > 0) {
      byCause.put(cause, points);
    }
  }

  private State state(@Nullable Instant since, long spooled) {
    if (closed) {
      return State.CLOSED;
    }
    if (since != null) {
      return spooled > 0 ? State.SPOOLING : State.WAITING;
    }
    return answered ? State.DELIVERING : State.STARTING;
  }
}
