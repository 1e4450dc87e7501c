package io.numetry.bench.chaos.gate;

import org.jspecify.annotations.Nullable;

/** What stands behind a gate and takes requests. */
public interface Backend extends AutoCloseable {

  /**
   * Passes a request on.
   *
   * @param head an HTTP/1.1 request up to its empty line
   * @return the answer, all its bytes; null if it broke off, and nobody knows whether it was taken
   */
  byte @Nullable [] exchange(byte[] head, byte[] body);

  /** Kills it, if there is anything to kill. */
  void kill();

  /** Starts it again. */
  void start();

  @Override
  void close();
}
