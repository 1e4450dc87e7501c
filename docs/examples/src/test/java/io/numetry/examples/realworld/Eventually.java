package io.numetry.examples.realworld;

import java.time.Duration;

/** Waits for a condition by looking at it, within bounds. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private Eventually() {}

  /** What is looked at; not yet true while it throws no exception but returns false. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  /**
   * Looks until the condition holds or patience is over.
   *
   * @return false if it never held
   */
  public static boolean holds(Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      Thread.sleep(LOOK_AGAIN);
    }
    return true;
  }
}
