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
public final class GzipBodies implements AutoCloseable {
  private final Gzip gzip;
  private final List<GzipBody> bodies = new ArrayList<>();
  private boolean closed;

  /**
   * @param level 1 to 9
   */
  public GzipBodies(int level) {
    this.gzip = new Gzip(level);
  }

  /**
   * A payload's content compressed; until it is released nobody else gets the body.
   *
   * @param content what is made of the payload, the same each time: itself, or it in JSON
   */
  public GzipBody of(Payload payload, ByteBuffer content) {
    GzipBody free = null;
    for (GzipBody body : bodies) {
      if (!body.isTaken()) {
        if (body.holds(payload)) {
          return body.take();
        }
        free = body;
      }
    }
    if (free == null) {
      free = new GzipBody(this);
      bodies.add(free);
    }
    free.fill(gzip, payload, content);
    return free.take();
  }

  /** Frees the memory: at once what nobody has, the rest when it is released. */
  @Override
  public void close() {
    closed = true;
    bodies.forEach(GzipBody::freeIfLeft);
    gzip.close();
  }

  boolean isClosed() {
    return closed;
  }
}
