package io.numetry.exporter.client;

/** Told of a connection's life. */
interface ConnectionListener {

  /** It takes calls. */
  void ready(Connection connection);

  /** It can take more calls than before, or has ended; whoever waits may look again. */
  void changed(Connection connection);

  /**
   * It has ended.
   *
   * @param wasReady false if it never took calls
   * @param cause for a log
   */
  void ended(Connection connection, boolean wasReady, String cause);
}
