package io.numetry.bench.suite;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long each benchmark is measured. */
enum Settings {
  /** To see that everything runs. */
  SMOKE(1, 2, 200, 2, 200),
  /** About seven seconds a benchmark. */
  QUICK(3, 2, 300, 4, 250),
  /** About half a minute a benchmark. */
  FULL(5, 5, 500, 5, 500);

  private final int forks;
  private final int warmups;
  private final long warmupMillis;
  private final int measurements;
  private final long measurementMillis;

  Settings(int forks, int warmups, long warmupMillis, int measurements, long measurementMillis) {
    this.forks = forks;
    this.warmups = warmups;
    this.warmupMillis = warmupMillis;
    this.measurements = measurements;
    this.measurementMillis = measurementMillis;
  }

  void apply(ChainedOptionsBuilder options) {
    options
        .forks(forks)
        .warmupIterations(warmups)
        .warmupTime(TimeValue.milliseconds(warmupMillis))
        .measurementIterations(measurements)
        .measurementTime(TimeValue.milliseconds(measurementMillis));
  }

  String text() {
    return String.format(
        "settings: %d forks, %d x %d ms warm-up, %d x %d ms measured",
        forks, warmups, warmupMillis, measurements, measurementMillis);
  }
}
