package io.numetry.examples.features;

import io.numetry.attribute.Outcome;

/** Attributes of a measurement: enums before the value. */
final class Dimensions {
  private Dimensions() {}

  // guide: dimensions
  static void ended(UploadMetrics metrics, boolean accepted) {
    metrics.addEnded(accepted ? Outcome.SUCCESS : Outcome.REFUSED, Encoding.GZIP, 1);
  }
  // guide: end
}
