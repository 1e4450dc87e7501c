package io.numetry.exporter.send;

import io.numetry.core.TelemetryCore;
import io.numetry.exporter.spool.DropCause;
import io.numetry.exporter.spool.SpoolStatistics;
import io.numetry.self.SpoolError;
import io.numetry.self.SpoolMetricsSet;
import java.util.concurrent.TimeUnit;

/**
 * Makes metrics of what the spool's thread counts.
 *
 * <p>Threads: the core's owner, between its idle times.
 */
final class SpoolObserver {
  private final SpoolStatistics spool;
  private final SpoolMetricsSet metrics;

  SpoolObserver(TelemetryCore core, SenderIdentity identity, SpoolStatistics spool) {
    this.spool = spool;
    this.metrics = SpoolMetricsSet.register(core, identity.component(), identity.server());
  }

  /** Allocates nothing. */
  void observe() {
    metrics.observeSize(spool.bytes());
    metrics.observeFrames(spool.records());
    metrics.observePoints(spool.points());
    long nowUnixNano = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    metrics.setOldestAge(spool.oldestAgeNanos(nowUnixNano) * 1e-9);
    metrics.observeAppended(spool.storedRecords());
    metrics.observeReplayed(spool.acknowledgedRecords());
    dropped(SpoolError.SPOOL_FULL, spool.droppedRecords(DropCause.SIZE));
    dropped(SpoolError.SPOOL_EXPIRED, spool.droppedRecords(DropCause.AGE));
    dropped(SpoolError.DISK_FULL, spool.droppedRecords(DropCause.DISK_FULL));
    dropped(SpoolError.SPOOL_CORRUPT, spool.corruptRecords());
    metrics.observeErrors(spool.ioErrors());
  }

  /** What never happened has no series. */
  private void dropped(SpoolError error, long frames) {
    if (frames > 0) {
      metrics.observeDropped(error, frames);
    }
  }
}
