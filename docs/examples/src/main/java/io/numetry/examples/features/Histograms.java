package io.numetry.examples.features;

import io.numetry.attribute.Outcome;

/** Distributions: one value, or many equal ones at once. */
final class Histograms {
  private Histograms() {}

  // guide: histograms
  static void batch(UploadMetrics metrics, double[] seconds, long uploads) {
    for (double each : seconds) {
      metrics.recordDuration(Outcome.SUCCESS, each);
    }
    metrics.recordFiles(3, uploads); // as if called so many times with 3
  }
  // guide: end
}
