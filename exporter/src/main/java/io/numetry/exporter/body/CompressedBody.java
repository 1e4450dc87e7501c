package io.numetry.exporter.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.numetry.exporter.frame.Payload;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A payload compressed. */
public final class CompressedBody {
  /** Bytes of header and trailer that even nothing is compressed to. */
  private static final int FRAMING = 18;

  private final CompressedBodies bodies;
  private @Nullable ByteBuf bytes;
  private @Nullable Payload payload;
  private long writings;
  private boolean taken;

  CompressedBody(CompressedBodies bodies) {
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

  CompressedBody take() {
    taken = true;
    return this;
  }

  void fill(Compressor compressor, Payload source, ByteBuffer content) {
    if (bytes == null) {
      bytes = PooledByteBufAllocator.DEFAULT.directBuffer(content.remaining() / 4 + FRAMING);
    }
    payload = null;
    compressor.compress(content, bytes.clear());
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
      throw new IllegalStateException("compressed body: released");
    }
    return bytes;
  }
}
