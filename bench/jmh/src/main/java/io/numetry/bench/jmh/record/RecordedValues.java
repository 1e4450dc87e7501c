package io.numetry.bench.jmh.record;

import java.util.Random;

/** What all record: latencies, log-normal around 20 us, and delays, log-normal around 100 ms. */
final class RecordedValues {
  /** Bounds of explicit buckets: the specification's default. */
  private static final double[] BOUNDARIES = {
    0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000
  };

  private static final int VALUES = 1024;
  private static final double MEDIAN_NANOS = 20_000;
  private static final double MEDIAN_MILLIS = 100;

  private final long[] nanos = new long[VALUES];
  private final double[] millis = new double[VALUES];
  private int next;

  RecordedValues() {
    var random = new Random(1);
    for (int i = 0; i < VALUES; i++) {
      nanos[i] = 1 | Math.max(3, (long) (MEDIAN_NANOS * Math.exp(random.nextGaussian())));
      millis[i] = MEDIAN_MILLIS * Math.exp(random.nextGaussian());
    }
  }

  long nextNanos() {
    return nanos[next++ & VALUES - 1];
  }

  double nextMillis() {
    return millis[next++ & VALUES - 1];
  }

  static double[] boundaries() {
    return BOUNDARIES.clone();
  }
}
