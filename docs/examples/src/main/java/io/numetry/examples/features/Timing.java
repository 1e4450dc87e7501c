package io.numetry.examples.features;

import io.numetry.attribute.Outcome;
import io.numetry.record.Timer;

/** Times sections; made once beside the metric set, it allocates nothing for a section. */
final class Timing {
  // guide: timer
  private final UploadMetricsSet metrics;
  private final Timer accepted;

  Timing(UploadMetricsSet metrics) {
    this.metrics = metrics;
    this.accepted = new Timer(seconds -> metrics.recordDuration(Outcome.SUCCESS, seconds));
  }

  void accept(Runnable upload) {
    try (Timer _ = accepted.start()) {
      upload.run();
    }
  }

  /** What is recorded depends on how it ends: only the clock is needed. */
  void attempt(Runnable upload) {
    long start = System.nanoTime();
    Outcome outcome = Outcome.FAILURE;
    try {
      upload.run();
      outcome = Outcome.SUCCESS;
    } finally {
      metrics.recordDuration(outcome, Timer.secondsSince(start));
    }
  }
  // guide: end
}
