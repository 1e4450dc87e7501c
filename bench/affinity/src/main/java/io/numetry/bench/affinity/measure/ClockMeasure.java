package io.numetry.bench.affinity.measure;

import io.numetry.bench.affinity.result.Clock;
import io.numetry.bench.affinity.result.Spread;

/** What a reading of the clock costs, and how fine it is. */
public final class ClockMeasure {

  private static final int BATCHES = 200;
  private static final int READINGS = 2_000;

  /** Never read: what it is given is not optimised away. */
  static volatile long sink;

  private ClockMeasure() {}

  public static Clock measure() {
    double[] cost = new double[BATCHES];
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 2; round++) { // the first one gets the code compiled
      least = Long.MAX_VALUE;
      for (int b = 0; b < BATCHES; b++) {
        long start = System.nanoTime();
        long last = start;
        for (int i = 0; i < READINGS; i++) {
          long now = System.nanoTime();
          if (now != last) {
            least = Math.min(least, now - last);
          }
          last = now;
        }
        cost[b] = (double) (last - start) / READINGS;
        sink = last;
      }
    }
    return new Clock(Spread.of(cost).p50(), least);
  }
}
