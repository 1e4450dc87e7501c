package io.numetry.examples.gateway;

import java.util.concurrent.TimeUnit;

/**
 * Nanoseconds as seconds in whole steps of 2^-30 s, a little less than a nanosecond. Such doubles
 * add up without rounding as long as their sum is below 2^23 s, 97 days; so the demo can demand
 * that sums are equal to the last bit.
 */
final class BinarySeconds {
  private static final double STEP = 0x1p-30;
  private static final double STEPS_PER_NANO = 0x1p30 / TimeUnit.SECONDS.toNanos(1);

  private BinarySeconds() {}

  static double of(long nanos) {
    return Math.rint(nanos * STEPS_PER_NANO) * STEP;
  }
}
