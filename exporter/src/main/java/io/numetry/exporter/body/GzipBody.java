package io.numetry.exporter.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.numetry.exporter.frame.Frame;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A frame compressed. */
public final class GzipBody {
  private final GzipBodies bodies;
  private @Nullable ByteBuf bytes;
  private @Nullable Frame frame;
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

  boolean holds(Frame wanted) {
    return wanted == frame && wanted.writings() == writings;
  }

  GzipBody take() {
    taken = true;
    return this;
  }

  void fill(Gzip gzip, Frame source, ByteBuffer content) {
    if (bytes == null) {
      bytes = PooledByteBufAllocator.DEFAULT.directBuffer(content.remaining() / 4 + Gzip.FRAMING);
    }
    frame = null;
    gzip.compress(content, bytes.clear());
    frame = source;
    writings = source.writings();
  }

  void freeIfLeft() {
    if (!taken && bytes != null) {
      bytes.release();
      bytes = null;
      frame = null;
    }
  }

  private ByteBuf filled() {
    if (bytes == null) {
      throw new IllegalStateException("gzip body: released");
    }
    return bytes;
  }
}
