package io.numetry.exporter.spool;

import io.numetry.memory.NativeAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Anything as a segment's content, for a fuzzer that goes by coverage (scripts/fuzz) and for {@link
 * SpoolFuzzTest}. Part of the cases get right checksums, so that what lies behind them is reached.
 */
public final class RecordReaderFuzz {
  private static final int CONTENT_BYTES = 64 << 10;
  private static final long SEGMENT_ID = 0x5e6d_e271_d0a1_7b03L;
  private static final MappedFile FILE = mapped();
  private static final RecordReader READER = new RecordReader();

  private RecordReaderFuzz() {}

  private static MappedFile mapped() {
    try {
      Path path = Files.createTempFile("numetry-fuzz", ".spool");
      path.toFile().deleteOnExit();
      Files.write(path, new byte[CONTENT_BYTES]);
      return MappedFile.open(path, CONTENT_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fuzzer's entrance. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    byte[] content = new byte[CONTENT_BYTES];
    int length = Math.min(data.length - 1, CONTENT_BYTES);
    System.arraycopy(data, 1, content, 0, length);
    if ((data[0] & 1) != 0) {
      repair(content, (data[0] & 2) != 0);
    }
    MemorySegment.ofBuffer(FILE.part(0, CONTENT_BYTES)).copyFrom(MemorySegment.ofArray(content));
    // Any end, behind the content or in it.
    int limit = (data[0] & 4) != 0 ? length : CONTENT_BYTES;
    check(limit, content);
  }

  /** Gives each place where a record could begin, that has something, a right checksum. */
  private static void repair(byte[] content, boolean payload) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    var checksum = new CRC32C();
    for (int at = 0; at + 64 <= content.length; at += 64) {
      if (bytes.getLong(at + 56) == 0) {
        continue;
      }
      bytes.putLong(at, SEGMENT_ID);
      int byteSize = bytes.getInt(at + 24);
      if (payload && byteSize >= 0 && byteSize <= content.length - at - 64) {
        checksum.reset();
        checksum.update(content, at + 64, byteSize);
        bytes.putInt(at + 36, (int) checksum.getValue());
      }
      checksum.reset();
      checksum.update(content, at, 56);
      bytes.putLong(at + 56, checksum.getValue());
    }
  }

  private static void check(int limit, byte[] content) {
    long position = 0;
    long least = 0;
    long end = limit / 64;
    var checksum = new CRC32C();
    while (READER.find(FILE, position, limit, SEGMENT_ID, least, end)) {
      require(READER.position() >= position, "goes backward");
      require(READER.position() % 64 == 0, "is not aligned");
      require(READER.sequence() >= least && READER.sequence() < end, "sequence out of order");
      require(READER.points() >= 0 && READER.byteSize() >= 0, "negative");
      require(READER.payloadPosition() + READER.byteSize() <= limit, "beyond the end");
      checksum.reset();
      checksum.update(content, (int) READER.payloadPosition(), READER.byteSize());
      long stored = NativeAccess.getLong(FILE.address() + READER.position() + 32) >>> 32;
      require(stored == checksum.getValue(), "payload is not whole");
      position = READER.end();
      least = READER.sequence() + 1;
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what + ": position=" + READER.position());
    }
  }
}
