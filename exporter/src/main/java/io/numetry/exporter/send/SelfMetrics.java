package io.numetry.exporter.send;

import io.numetry.core.TelemetryCore;
import io.numetry.self.ExporterMetricsSet;

/**
 * The sender's account, as statistics and as metrics of Numetry's own. The core is idle but for the
 * moments of recording, since the event loop blocks at any time.
 *
 * <p>Threads: the event loop alone.
 */
final class SelfMetrics implements AutoCloseable {
  private final SenderStatistics statistics;
  private final TelemetryCore core;
  private final ExporterMetricsSet metrics;

  SelfMetrics(TelemetryCore core, SenderStatistics statistics) {
    this.core = core;
    this.statistics = statistics;
    this.metrics = core.register(ExporterMetricsSet.TYPE);
    core.idle();
  }

  /** An attempt begins. */
  void attempt() {
    statistics.requests.incrementAndGet();
    if (resume()) {
      metrics.addRequests(1);
      core.idle();
    }
  }

  /** A request's body of so many bytes is on its way. */
  void bodySent(long bytes) {
    statistics.requestBytes.addAndGet(bytes);
    if (resume()) {
      metrics.addRequestBytes(bytes);
      core.idle();
    }
  }

  /** An attempt has ended, whatever its verdict. */
  void attempted(long nanos) {
    if (resume()) {
      metrics.recordRequestDuration(nanos * 1e-9);
      core.idle();
    }
  }

  /** The frame will be tried again. */
  void retry() {
    statistics.retries.incrementAndGet();
    if (resume()) {
      metrics.addRetries(1);
      core.idle();
    }
  }

  void accepted(long accepted, long rejected) {
    statistics.acceptedPoints.addAndGet(accepted);
    statistics.rejectedPoints.addAndGet(rejected);
    if (resume()) {
      metrics.addPointsAccepted(accepted);
      metrics.addPointsRejected(rejected);
      core.idle();
    }
  }

  void dropped(long points) {
    statistics.droppedPoints.addAndGet(points);
    if (resume()) {
      metrics.addPointsDropped(points);
      core.idle();
    }
  }

  /** Points went into the spool. */
  void spooled(long points) {
    statistics.spooledPoints.addAndGet(points);
  }

  void waiting(int frames) {
    statistics.framesWaiting.set(frames);
    if (resume()) {
      metrics.setFramesWaiting(frames);
      core.idle();
    }
  }

  @Override
  public void close() {
    core.close();
  }

  /** False once telemetry has closed the core, which it does before it closes its exporters. */
  private boolean resume() {
    if (core.isClosed()) {
      return false;
    }
    core.resume();
    return !core.isClosed();
  }
}
