package io.numetry.exporter.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Anything as the files of a spool, which then has to open, to give frames, and to take new ones.
 * The first byte says how many files there are and which get right checksums.
 */
public final class RecoveryFuzz {
  private static final long FRAME = Arena.global().allocate(1000, 64).address();
  private static final Path FOLDER = folder();

  private RecoveryFuzz() {}

  private static Path folder() {
    try {
      Path memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(
              memory,
              "numetry-fuzz",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
          : Files.createTempDirectory("numetry-fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fuzzer's entrance. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length < 2) {
      return;
    }
    try {
      for (String name : TestSpool.files(FOLDER)) {
        Files.delete(FOLDER.resolve(name));
      }
      int files = 1 + (data[0] & 3);
      int each = (data.length - 1) / files;
      for (int i = 0; i < files; i++) {
        byte[] content = Arrays.copyOfRange(data, 1 + i * each, 1 + (i + 1) * each);
        put(i, files, content, data[0]);
      }
      use();
    } catch (IOException | SpoolException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(int index, int files, byte[] content, byte control) throws IOException {
    if (files > 1 && index == files - 1 && (control & 4) != 0) {
      byte[] head = Arrays.copyOf(content, (int) HeadFile.FILE_BYTES);
      if ((control & 8) != 0) {
        seal(head, 0, 0x3144_4145_484d_554eL);
        seal(head, 4096, 0x3144_4145_484d_554eL);
      }
      Files.write(FOLDER.resolve(HeadFile.NAME), head);
      return;
    }
    long first = index * 3L;
    if ((control & 16) != 0) {
      // A sound header, and content where its records are.
      byte[] segment = new byte[4096 + content.length];
      var header = new SegmentHeader((control & 32) != 0 ? index : 7, 99 + index, first, 0, 65536);
      header.toBytes().get(segment, 0, 4096);
      System.arraycopy(content, 0, segment, 4096, content.length);
      for (int at = 4096; at + 64 <= segment.length; at += 64) {
        if (segment[at] != 0) {
          seal(segment, at, 99 + index);
        }
      }
      content = segment;
    } else if ((control & 64) != 0 && content.length >= 64) {
      seal(content, 0, SegmentDescriptor.MAGIC);
    }
    Files.write(FOLDER.resolve(SpoolFolder.segmentName(first)), content);
  }

  private static void seal(byte[] content, int at, long begin) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(at, begin);
    var checksum = new CRC32C();
    checksum.update(content, at, 56);
    bytes.putLong(at + 56, checksum.getValue());
  }

  private static void use() throws SpoolException {
    SpoolOptions options = TestSpool.small(FOLDER).build();
    var clock = new TestSpool.TestClock();
    try (SpoolStore store = SpoolStore.open(options, clock)) {
      long records = store.statistics().records();
      if (records < 0 || records > store.statistics().recoveredRecords()) {
        throw new AssertionError("records=" + records);
      }
      AppendResult result = store.append(FRAME, 1000, 1, clock.unixNano(), 1234);
      if (result != AppendResult.STORED) {
        throw new AssertionError(result + " " + store.statistics().records());
      }
      long last = -1;
      SpooledFrame frame = store.peek();
      while (frame != null) {
        if (frame.sequence() <= last || frame.payload().remaining() != frame.byteSize()) {
          throw new AssertionError("sequence=" + frame.sequence() + " after " + last);
        }
        last = frame.sequence();
        store.acknowledge();
        frame = store.peek();
      }
      if (last < 0 || store.statistics().records() != 0 || store.statistics().points() != 0) {
        throw new AssertionError("left: " + store.statistics().records());
      }
    }
  }
}
