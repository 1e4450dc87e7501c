package io.numetry.exporter.send;

import io.numetry.self.ExportError;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the frames so far; for health checks and tests. Any thread may read. */
public final class SenderStatistics {
  final AtomicLong requests = new AtomicLong();
  final AtomicLong requestBytes = new AtomicLong();
  final AtomicLong connections = new AtomicLong();
  final AtomicLong handedOverPoints = new AtomicLong();
  private final AtomicLong acceptedPoints = new AtomicLong();

  private final ErrorCounts failedPoints = new ErrorCounts();
  private final ErrorCounts retries = new ErrorCounts();
  final AtomicLong spooledPoints = new AtomicLong();
  final AtomicLong framesWaiting = new AtomicLong();

  /** Attempts to deliver a frame, retries among them. */
  public long requests() {
    return requests.get();
  }

  /** Bytes of those attempts' bodies as they were sent, compressed if they were. */
  public long requestBytes() {
    return requestBytes.get();
  }

  /** Attempts that failed and are made again. */
  public long retries() {
    return retries.sum();
  }

  /** Those of them that failed for that reason. */
  public long retries(ExportError error) {
    return retries.get(error);
  }

  /** Connections made. */
  public long connections() {
    return connections.get();
  }

  /** Points taken for delivery, those too large to be sent among them. */
  public long handedOverPoints() {
    return handedOverPoints.get();
  }

  /** Points that the destination accepted. */
  public long acceptedPoints() {
    return acceptedPoints.get();
  }

  /** Points that the destination rejected in part of a request. */
  public long rejectedPoints() {
    return failedPoints(ExportError.REJECTED);
  }

  /** Points given up: refused for good, too large to be sent, or left when the exporter closed. */
  public long droppedPoints() {
    return failedPoints.sum() - rejectedPoints();
  }

  /** Points rejected or given up for a reason; what the spool gave up it counts itself. */
  public long failedPoints(ExportError error) {
    return failedPoints.get(error);
  }

  /**
   * Points put into the spool. They are accepted, rejected or dropped later, maybe by a later
   * process.
   */
  public long spooledPoints() {
    return spooledPoints.get();
  }

  /** Frames that wait for delivery. */
  public long framesWaiting() {
    return framesWaiting.get();
  }

  void accepted(long points) {
    acceptedPoints.addAndGet(points);
  }

  void failed(ExportError error, long points) {
    failedPoints.add(error, points);
  }

  void retried(ExportError error) {
    retries.add(error, 1);
  }

  @Override
  public String toString() {
    return "requests="
        + requests
        + " retries="
        + retries()
        + " acceptedPoints="
        + acceptedPoints
        + " rejectedPoints="
        + rejectedPoints()
        + " droppedPoints="
        + droppedPoints()
        + " spooledPoints="
        + spooledPoints
        + " framesWaiting="
        + framesWaiting;
  }
}
