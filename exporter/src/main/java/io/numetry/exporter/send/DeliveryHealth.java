package io.numetry.exporter.send;

import io.numetry.exporter.spool.SpoolStatistics;
import io.numetry.health.ExporterHealth;
import io.numetry.health.ExporterHealth.Failure;
import io.numetry.health.ExporterHealth.Points;
import io.numetry.health.ExporterHealth.SpoolHealth;
import io.numetry.health.ExporterHealth.State;
import io.numetry.self.ExportError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How delivery is, kept for others to read. The event loop writes, and whoever drops points where
 * it has ended; any thread reads, and nobody waits.
 */
final class DeliveryHealth {
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

  /** The destination is away, or accepts nothing at present. */
  void unreachable(String cause) {
    Instant now = Instant.now();
    lastFailure = new Failure(cause, now);
    if (waitingSince == null) {
      waitingSince = now;
    }
  }

  /** Points were given up. */
  void dropped(String cause) {
    lastFailure = new Failure(cause, Instant.now());
  }

  void closed() {
    closed = true;
  }

  ExporterHealth at(
      String exporter, SenderStatistics statistics, Optional<SpoolStatistics> inSpool) {
    var account = new PointAccount(statistics, inSpool.orElse(null)).read();
    long spooled = account.spooled();
    Instant since = waitingSince;
    return new ExporterHealth(
        exporter,
        state(since, spooled),
        closed ? Optional.empty() : Optional.ofNullable(since),
        Optional.ofNullable(lastSuccess),
        Optional.ofNullable(lastFailure),
        new Points(
            account.handedOver(),
            account.delivered(),
            account.failed(ExportError.REJECTED),
            droppedByCause(account),
            spooled,
            Math.max(0, account.inFlight() - spooled)),
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

  /** Causes are values of {@code error.type}, as in the metrics. */
  private static Map<String, Long> droppedByCause(PointAccount account) {
    var byCause = new TreeMap<String, Long>();
    for (ExportError error : ExportErrors.ALL) {
      if (error != ExportError.REJECTED && account.failed(error) > 0) {
        byCause.put(ExportErrors.id(error), account.failed(error));
      }
    }
    return byCause;
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
