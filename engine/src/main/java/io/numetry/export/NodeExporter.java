package io.numetry.export;

import io.numetry.window.Window;

/** One exporter's part on one node. Every method is called by the node's aggregator thread. */
public interface NodeExporter extends AutoCloseable {

  /**
   * True if a collection may begin. While it is false the aggregator does not collect for this
   * exporter, and values go on accumulating in the window: back-pressure costs no data.
   */
  boolean ready();

  /**
   * Encodes what is present in {@code window} and hands it over for delivery. Never blocks. When it
   * returns, all of the window has been taken and its delta columns start anew; if it throws,
   * nothing has, and the values go on accumulating.
   */
  void export(Window window);

  /** Releases the node's memory; frames handed over stay until they are delivered. */
  @Override
  void close();
}
