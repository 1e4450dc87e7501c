package io.numetry.exporter.random;

import java.util.function.Supplier;

/** The seed of a run, and of nothing else is anything here made up. */
final class Seed {
  private static final String PROPERTY = "numetry.random.seed";
  private static final long OF_RUN = Long.getLong(PROPERTY, System.nanoTime());

  private Seed() {}

  static long ofRun() {
    return OF_RUN;
  }

  /** Says in a failure which seed it was. */
  static <T> T failingWith(long seed, Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException | Error e) {
      throw new AssertionError("repeat it with -D" + PROPERTY + "=" + seed, e);
    }
  }
}
