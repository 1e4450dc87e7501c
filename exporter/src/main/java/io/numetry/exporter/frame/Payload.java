package io.numetry.exporter.frame;

import java.nio.ByteBuffer;

/**
 * What a request carries: a frame, or one that comes back from where it was put aside.
 *
 * <p>Threads: the sender's.
 */
public interface Payload {

  /**
   * The request's bytes, native: a view from its position to its limit. Who passes it on gives the
   * payload back only when nobody holds the view any more.
   */
  ByteBuffer content();

  /** The request's size. */
  int byteSize();

  /** Metric points in the request. */
  int points();

  /** The same object with the same number has the same bytes. */
  long writings();
}
