package io.numetry.exporter.send;

import io.numetry.exporter.spool.DropCause;
import io.numetry.exporter.spool.SpoolStatistics;
import io.numetry.self.ExportError;
import org.jspecify.annotations.Nullable;

/**
 * What became of points, read once: handed over = delivered + failed + in flight. Metrics and
 * health both tell what is read here.
 *
 * <p>Points in the spool are in flight until they have left it: "Metric data points are counted as
 * inflight from when they are passed to the exporter until the export operation has concluded"
 * (semantic conventions, {@code otel.sdk.exporter.metric_data_point.inflight}). Those that the
 * spool was found with count as handed over by whoever opened it.
 *
 * <p>What is settled is read before what was handed over, so that in flight is never too little.
 *
 * <p>Threads: one; those who count do so meanwhile.
 */
final class PointAccount {
  private final SenderStatistics statistics;
  private final @Nullable SpoolStatistics spool;
  private final ErrorCounts failed = new ErrorCounts();
  private long delivered;
  private long spooled;
  private long handedOver;

  PointAccount(SenderStatistics statistics, @Nullable SpoolStatistics spool) {
    this.statistics = statistics;
    this.spool = spool;
  }

  /** Reads anew. Allocates nothing. */
  PointAccount read() {
    delivered = statistics.acceptedPoints();
    for (int i = 0; i < ExportErrors.ALL.size(); i++) {
      ExportError error = ExportErrors.ALL.get(i);
      failed.set(error, statistics.failedPoints(error));
    }
    if (spool != null) {
      failed.add(ExportError.SPOOL_FULL, spool.droppedPoints(DropCause.SIZE));
      failed.add(ExportError.SPOOL_EXPIRED, spool.droppedPoints(DropCause.AGE));
      failed.add(ExportError.DISK_FULL, spool.droppedPoints(DropCause.DISK_FULL));
      failed.add(ExportError.SPOOL_CORRUPT, spool.corruptPoints());
      spooled = spool.points();
    }
    handedOver = statistics.handedOverPoints() + (spool == null ? 0 : spool.recoveredPoints());
    return this;
  }

  /** Points taken for delivery, or found on disk at the start. */
  long handedOver() {
    return handedOver;
  }

  /** Points that the destination accepted. */
  long delivered() {
    return delivered;
  }

  /** Points that it did not, and never will, for that reason. */
  long failed(ExportError error) {
    return failed.get(error);
  }

  /** Points in the spool. */
  long spooled() {
    return spooled;
  }

  /** Points that are neither delivered nor failed, those in the spool among them. */
  long inFlight() {
    return handedOver - delivered - failed.sum();
  }
}
