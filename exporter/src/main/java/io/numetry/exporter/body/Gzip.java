package io.numetry.exporter.body;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** As RFC 1952 says. */
final class Gzip implements Compressor {
  /** Magic number, deflate, no flags, no time, no hint, an unknown file system. */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private static final int MIN_ROOM = 512;

  private final Deflater deflater;
  private final CRC32 crc = new CRC32();

  Gzip(int level) {
    this.deflater = new Deflater(level, true);
  }

  @Override
  public void compress(ByteBuffer source, ByteBuf target) {
    int size = source.remaining();
    crc.reset();
    crc.update(source.duplicate());
    target.writeBytes(HEADER);
    deflater.reset();
    deflater.setInput(source);
    deflater.finish();
    while (!deflater.finished()) {
      target.ensureWritable(MIN_ROOM);
      ByteBuffer room = target.nioBuffer(target.writerIndex(), target.writableBytes());
      target.writerIndex(target.writerIndex() + deflater.deflate(room));
    }
    target.writeIntLE((int) crc.getValue());
    target.writeIntLE(size);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
