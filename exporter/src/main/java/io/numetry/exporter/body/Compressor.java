package io.numetry.exporter.body;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/**
 * Compresses from native memory to native memory, piece by piece: beside its own state it needs no
 * room but the target's.
 *
 * <p>Threads: one at a time.
 */
public interface Compressor extends AutoCloseable {

  /**
   * By RFC 1952.
   *
   * @param level 1 to 9
   */
  static Compressor gzip(int level) {
    return new Gzip(level);
  }

  /**
   * By RFC 8878, as RFC 9659 bounds it for HTTP: no window is larger than 8 MiB.
   *
   * @param level 1 to 9
   * @throws ZstdMissingException if its library is not there, or may not be loaded
   */
  static Compressor zstd(int level) throws ZstdMissingException {
    try {
      return new Zstd(level);
    } catch (LinkageError | RuntimeException e) {
      throw new ZstdMissingException(e);
    }
  }

  /**
   * Appends what {@code source} holds, compressed; the target grows as needed.
   *
   * @param source direct
   * @param target direct
   */
  void compress(ByteBuffer source, ByteBuf target);

  /** Frees the state. */
  @Override
  void close();
}
