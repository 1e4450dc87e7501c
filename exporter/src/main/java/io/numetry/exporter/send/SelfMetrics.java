package io.numetry.exporter.send;

import io.numetry.core.TelemetryCore;
import io.numetry.exporter.send.FrameQueue.Entry;
import io.numetry.exporter.spool.SpoolStatistics;
import io.numetry.self.ExportError;
import io.numetry.self.ExporterMetricsSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts what delivery does, and makes metrics of Numetry's own of it. What is counted is in {@link
 * SenderStatistics} and {@link SpoolStatistics}, once: the metrics are sums observed of these, and
 * so is health.
 *
 * <p>The core is idle but for the moments of recording, since the event loop blocks at any time.
 *
 * <p>Threads: the event loop alone. Once an outcome has come up, nothing is allocated.
 */
final class SelfMetrics implements AutoCloseable {
  private final SenderStatistics statistics;
  private final TelemetryCore core;
  private final ExporterMetricsSet metrics;
  private final OperationTimes operations;
  private final PointAccount account;
  private final ErrorCounts exportedTold = new ErrorCounts();
  private final ErrorCounts retriesTold = new ErrorCounts();
  private final @Nullable SpoolObserver spool;

  /**
   * @param core of the calling thread
   * @param spoolStatistics null if there is no spool
   */
  SelfMetrics(
      TelemetryCore core,
      SenderIdentity identity,
      SenderStatistics statistics,
      @Nullable SpoolStatistics spoolStatistics) {
    this.core = core;
    this.statistics = statistics;
    this.metrics = ExporterMetricsSet.register(core, identity.component(), identity.server());
    this.operations = new OperationTimes(core, identity);
    this.account = new PointAccount(statistics, spoolStatistics);
    this.spool =
        spoolStatistics == null ? null : new SpoolObserver(core, identity, spoolStatistics);
    observe();
    core.idle();
  }

  /** A connection is open. */
  void connected() {
    statistics.connections.incrementAndGet();
  }

  /**
   * A frame has arrived.
   *
   * @param encodeNanos how long encoding its collection took; 0 if another frame says so
   * @param frames in the queue, with it
   */
  void arrived(long encodeNanos, int frames) {
    statistics.framesWaiting.set(frames);
    if (resume()) {
      if (encodeNanos > 0) {
        metrics.recordEncodeDuration(encodeNanos * 1e-9);
      }
      observeAndRest();
    }
  }

  /** An attempt begins, to send a request of so many bytes in protobuf. */
  void attempt(long bytes) {
    statistics.requests.incrementAndGet();
    if (resume()) {
      metrics.recordUncompressedSize(bytes);
      core.idle();
    }
  }

  /** A request's body of so many bytes is on its way. */
  void bodySent(long bytes) {
    statistics.requestBytes.addAndGet(bytes);
    if (resume()) {
      metrics.recordBodySize(bytes);
      core.idle();
    }
  }

  /** An attempt has failed, and will be made again. */
  void retry(ExportError error) {
    statistics.retried(error);
    publish();
  }

  /**
   * The destination has taken a request, and with it the end of that.
   *
   * @param begunNanoTime when its first attempt began
   * @param rejected points that it did not take
   */
  void accepted(long begunNanoTime, long accepted, long rejected, ResponseStatus status) {
    statistics.accepted(accepted);
    statistics.failed(ExportError.REJECTED, rejected);
    concluded(begunNanoTime, rejected > 0 ? ExportError.REJECTED : ExportError.NONE, status);
    publish();
  }

  /** Points are given up. */
  void failed(ExportError error, long points) {
    statistics.failed(error, points);
    publish();
  }

  /**
   * A request has come to its end without success.
   *
   * @param begunNanoTime when its first attempt began
   * @param last why its last one failed
   */
  void concluded(long begunNanoTime, Cause last) {
    concluded(begunNanoTime, last.error(), last.status());
  }

  /** A frame is given up because the exporter closes; it was a request if it was attempted. */
  void abandoned(Entry frame) {
    if (frame.isAttempted()) {
      concluded(frame.begunNanoTime(), ExportError.SHUTDOWN, ResponseStatus.NONE);
    }
  }

  /** Points went into the spool. */
  void spooled(long points) {
    statistics.spooledPoints.addAndGet(points);
  }

  /** So many frames are in the queue. */
  void waiting(int frames) {
    statistics.framesWaiting.set(frames);
    publish();
  }

  /** Takes in what the spool's thread has counted. */
  void publish() {
    if (resume()) {
      observeAndRest();
    }
  }

  @Override
  public void close() {
    core.close();
  }

  private void concluded(long begunNanoTime, ExportError error, ResponseStatus status) {
    if (resume()) {
      operations.record(error, status, (System.nanoTime() - begunNanoTime) * 1e-9);
      core.idle();
    }
  }

  private void observeAndRest() {
    observe();
    core.idle();
  }

  /** What never happened has no series; what is as it was makes no point of a delta. */
  private void observe() {
    account.read();
    metrics.observeInflight(account.inFlight());
    for (int i = 0; i < ExportErrors.ALL.size(); i++) {
      ExportError error = ExportErrors.ALL.get(i);
      long points = error == ExportError.NONE ? account.delivered() : account.failed(error);
      if (points != exportedTold.get(error)) {
        exportedTold.set(error, points);
        metrics.observeExported(error, points);
      }
      long retries = statistics.retries(error);
      if (retries != retriesTold.get(error)) {
        retriesTold.set(error, retries);
        metrics.observeRetries(error, retries);
      }
    }
    metrics.observeQueueSize(statistics.framesWaiting());
    if (spool != null) {
      spool.observe();
    }
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
