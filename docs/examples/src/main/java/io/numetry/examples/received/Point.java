package io.numetry.examples.received;

import io.numetry.examples.reconcile.NumberReading;
import io.numetry.examples.reconcile.Reading;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;
import org.jspecify.annotations.Nullable;

/**
 * One decoded point, whatever its kind.
 *
 * @param reading null if the point says only that its series has ended
 */
record Point(SeriesId id, @Nullable Reading reading, boolean isDelta, long startUnixNanos) {

  boolean isGauge() {
    return reading instanceof NumberReading number && number.kind() == InstrumentKind.GAUGE;
  }
}
