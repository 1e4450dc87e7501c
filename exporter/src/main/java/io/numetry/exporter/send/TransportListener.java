package io.numetry.exporter.send;

/** Hears of what a transport does beneath the exchanges. Called on the event loop. */
public interface TransportListener {

  /** A connection is open. */
  void connected();

  /**
   * A request's body is handed to the connection; so many bytes as it goes, compressed if it is.
   */
  void bodySent(long bytes);
}
