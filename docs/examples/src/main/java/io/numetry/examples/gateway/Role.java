package io.numetry.examples.gateway;

import io.numetry.core.TelemetryCore;
import io.numetry.examples.reconcile.Recorded;

/**
 * A piece of a lane that one core carries. All methods are that core's thread's, but for {@link
 * #into}.
 */
interface Role {

  /** Registers the role's metrics on the core that carries it. */
  void start(TelemetryCore core);

  /**
   * A slice of work, never waiting.
   *
   * @param draining true once no more is to be taken from the line
   * @return the number of frames handled
   */
  int doWork(boolean draining);

  /** True if draining and there is nothing left to do, now or later. */
  boolean isDone();

  /** Writes down what was recorded; after the core's thread has ended. */
  void into(Recorded recorded);
}
