package io.numetry.exporter.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** Decompresses responses by zstd, where its library is there. */
public final class Unzstd {

  private Unzstd() {}

  /**
   * What a body is compressed.
   *
   * @param maxBytes no more is decompressed
   * @throws MalformedException also if the library is not there
   */
  public static ByteBuf of(ByteBuf compressed, int maxBytes)
      throws MalformedException, TooLargeException {
    try {
      return Zstd.decompress(ByteBufUtil.getBytes(compressed), maxBytes);
    } catch (LinkageError e) {
      throw new MalformedException("compressed by zstd, which cannot be read here");
    }
  }
}
