package io.numetry.exporter.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.numetry.exporter.frame.Payload;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A payload compressed. */
public final class GzipBody {
  private final GzipBodies bodies;
  private @Nullable ByteBuf bytes;
  private @Nullable Payload payload;
  private long writings;
  private boolean taken;

  GzipBody(GzipBodies bodies) {
    this.bodies = bodies;
  }

  /** The compressed bytes; a view that is valid until the body is released. */
  public ByteBuffer content() {
    ByteBuf filled = filled();
    return filled.nioBuffer(0, filled.writerIndex());
  }

  /** Gives the body back. Whoever holds the view must have let go of it. */
  public void release() {
    taken = false;
    if (bodies.isClosed()) {
      freeIfLeft();
    }
  }

  boolean isTaken() {
    return taken;
  }

  boolean holds(Payload wanted) {
    return wanted == payload && wanted.writings() == writings;
  }

  GzipBody take() {
    taken = true;
    return this;
  }

  void fill(Gzip gzip, Payload source, ByteBuffer content) {
    if (bytes == null) {
      bytes = PooledByteBufAllocator.DEFAULT.directBuffer(content.remaining() / 4 + Gzip.FRAMING);
    }
    payload = null;
    gzip.compress(content, bytes.clear());
    payload = source;
    writings = source.writings();
  }

  void freeIfLeft() {
    if (!taken && bytes != null) {
      bytes.release();
      bytes = null;
      payload = null;
    }
  }

  private ByteBuf filled() {
    if (bytes == null) {
      throw new IllegalStateException("gzip body: released");
    }
    return bytes;
  }
}
