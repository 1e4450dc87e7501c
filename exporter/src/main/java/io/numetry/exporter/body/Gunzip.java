package io.numetry.exporter.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Decompresses responses, which are small, but may claim to be anything. */
public final class Gunzip {

  private Gunzip() {}

  /**
   * What a body is compressed.
   *
   * @param maxBytes no more is decompressed
   * @return a buffer on the heap
   */
  public static ByteBuf of(ByteBuf compressed, int maxBytes)
      throws MalformedException, TooLargeException {
    try (var in = new GZIPInputStream(new ByteBufInputStream(compressed.duplicate()))) {
      byte[] bytes = in.readNBytes(maxBytes);
      if (in.read() >= 0) {
        throw new TooLargeException(maxBytes);
      }
      return Unpooled.wrappedBuffer(bytes);
    } catch (IOException e) {
      throw new MalformedException("not gzip: " + e.getMessage());
    }
  }
}
