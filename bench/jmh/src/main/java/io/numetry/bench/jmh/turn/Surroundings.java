package io.numetry.bench.jmh.turn;

import io.numetry.bench.support.measure.JitterLoop.Turn;
import java.io.IOException;

/** What surrounds the owner's loop in a scenario. Its threads start where it is opened. */
interface Surroundings extends AutoCloseable {

  /** The owner's thread begins. */
  Owner begin();

  /** Requests that have arrived; where there are to be none, always one. */
  long requests() throws IOException;

  @Override
  void close();

  /** What the owner's thread has for itself. */
  interface Owner extends AutoCloseable {
    Turn turn();

    @Override
    void close();
  }
}
