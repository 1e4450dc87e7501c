package io.numetry.exporter.body;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * One frame of zstd a body (RFC 8878), with its size in front and a checksum behind, as gzip has
 * both. The one class that knows the library, and loaded only where zstd is asked for: users add
 * the library themselves.
 */
final class Zstd implements Compressor {
  private static final int MIN_ROOM = 512;

  /** Answers are small. */
  private static final int FIRST_ROOM = 4096;

  private final ZstdCompressCtx context = new ZstdCompressCtx();
  private final int level;

  Zstd(int level) {
    this.level = level;
  }

  @Override
  public void compress(ByteBuffer source, ByteBuf target) {
    context.reset(); // forgets the options as well
    context.setLevel(level);
    context.setChecksum(true);
    context.setPledgedSrcSize(source.remaining());
    boolean finished = false;
    while (!finished) {
      target.ensureWritable(MIN_ROOM);
      ByteBuffer room = target.nioBuffer(target.writerIndex(), target.writableBytes());
      finished = context.compressDirectByteBufferStream(room, source, EndDirective.END);
      target.writerIndex(target.writerIndex() + room.position());
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /**
   * What a body is compressed. The target is all the memory that it takes: a frame may ask for a
   * window of any size, and is given none.
   *
   * @param maxBytes no more is decompressed
   */
  static ByteBuf decompress(byte[] compressed, int maxBytes)
      throws MalformedException, TooLargeException {
    int room = Math.min(FIRST_ROOM, maxBytes);
    while (true) {
      byte[] content = new byte[room];
      try {
        long size =
            com.github.luben.zstd.Zstd.decompressByteArray(
                content, 0, room, compressed, 0, compressed.length);
        return Unpooled.wrappedBuffer(content, 0, (int) size);
      } catch (ZstdException e) {
        if (e.getErrorCode() != com.github.luben.zstd.Zstd.errDstSizeTooSmall()) {
          throw new MalformedException("not zstd: " + e.getMessage());
        }
      }
      if (room == maxBytes) {
        throw new TooLargeException(maxBytes);
      }
      room = (int) Math.min(8L * room, maxBytes);
    }
  }
}
