package io.numetry.self;

import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;

/** What an exporter's sender measures of its requests, by how they ended. */
@MetricSet(
    name = "numetry.exporter.operation",
    brief = "Requests to a destination.",
    entity = {Component.class, Server.class},
    item = OperationOutcome.class)
public interface OperationMetrics {

  /**
   * Semantic conventions, {@code otel.sdk.exporter.operation.duration}: "exactly one observation
   * MUST be recorded per export operation, covering the wall-clock duration from the start of the
   * first attempt through the conclusion of the final attempt (including any backoff between
   * attempts)". An operation is a request here.
   *
   * <p>The text knows no disk. Here an operation that comes out of the spool begins with the first
   * attempt after that, so that the time on disk, hours maybe and of another process, is not in it;
   * the attempts before, which concluded nothing, are {@code numetry.exporter.retries} alone.
   */
  @Mmsc(
      name = "otel.sdk.exporter.operation.duration",
      unit = "s",
      brief = "Time from a request's first attempt to the end of its last, waits included.")
  void recordDuration(double seconds);
}
