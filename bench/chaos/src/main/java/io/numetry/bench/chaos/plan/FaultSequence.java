package io.numetry.bench.chaos.plan;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which fault the next request meets. The sequence for each weather follows from the seed; at which
 * request the weather changes does not. Any thread.
 */
public final class FaultSequence {
  private final RandomGenerator random;

  FaultSequence(RandomGenerator random) {
    this.random = random;
  }

  /** Under a weather that has faults. */
  public synchronized Fault next(Weather weather) {
    List<Fault> faults = weather.faults();
    return faults.get(random.nextInt(faults.size()));
  }

  /** A number below a bound, for what a fault leaves open. */
  public synchronized int choice(int bound) {
    return random.nextInt(bound);
  }
}
