package io.numetry.exporter.body;

import io.numetry.exporter.frame.Payload;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Payloads compressed, in memory that is used again. One that is sent again is not compressed
 * again, if its bytes are still there.
 *
 * <p>Threads: the event loop alone.
 */
public final class CompressedBodies implements AutoCloseable {
  private final Compressor compressor;
  private final List<CompressedBody> bodies = new ArrayList<>();
  private boolean closed;

  /**
   * @param compressor closed with this
   */
  public CompressedBodies(Compressor compressor) {
    this.compressor = compressor;
  }

  /**
   * A payload's content compressed; until it is released nobody else gets the body.
   *
   * @param content what is made of the payload, the same each time: itself, or it in JSON; direct
   */
  public CompressedBody of(Payload payload, ByteBuffer content) {
    CompressedBody free = null;
    for (CompressedBody body : bodies) {
      if (!body.isTaken()) {
        if (body.holds(payload)) {
          return body.take();
        }
        free = body;
      }
    }
    if (free == null) {
      free = new CompressedBody(this);
      bodies.add(free);
    }
    free.fill(compressor, payload, content);
    return free.take();
  }

  /** Frees the memory: at once what nobody has, the rest when it is released. */
  @Override
  public void close() {
    closed = true;
    bodies.forEach(CompressedBody::freeIfLeft);
    compressor.close();
  }

  boolean isClosed() {
    return closed;
  }
}
