package io.numetry.bench.affinity.measure;

import io.numetry.bench.affinity.result.Run.Mode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long things are measured, so that a slow machine does less of them and not longer.
 *
 * @param warmUpNanos at most, until nothing more is compiled
 * @param handoverNanos of a pair
 * @param recordingNanos of a CPU, a bank's node and one of three costs
 * @param aggregatorNanos of a pair, half of it without the aggregator
 * @param jitterNanos of a scenario, a round
 * @param jitterRounds over all scenarios
 * @param loadNanos of looking what else the machine does
 * @param coldBytesMost the longest walk through memory
 */
public record Budget(
    long warmUpNanos,
    long handoverNanos,
    long recordingNanos,
    long aggregatorNanos,
    long jitterNanos,
    int jitterRounds,
    long loadNanos,
    long coldBytesMost) {

  public static Budget of(Mode mode) {
    return switch (mode) {
      case QUICK ->
          new Budget(
              millis(2_000),
              millis(120),
              millis(300),
              millis(900),
              millis(1_500),
              4,
              millis(2_000),
              256 << 20);
      case FULL ->
          new Budget(
              millis(3_000),
              millis(150),
              millis(500),
              millis(1_500),
              millis(4_000),
              5,
              millis(5_000),
              256 << 20);
      case SMOKE ->
          new Budget(
              millis(100),
              millis(15),
              millis(20),
              millis(80),
              millis(200),
              1,
              millis(200),
              8 << 20);
    };
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** About so long for so many pairs; starting and warming up come on top. */
  public Duration estimate(int handovers, int banks, int aggregators, int scenarios) {
    return Duration.ofNanos(
        handovers * (handoverNanos + millis(10))
            + banks * (4 * recordingNanos + millis(500))
            + aggregators * (aggregatorNanos + millis(50))
            + (long) jitterRounds * scenarios * (jitterNanos + millis(250))
            + 2 * loadNanos
            + 5 * warmUpNanos);
  }
}
