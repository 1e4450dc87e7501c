package io.numetry.exporter.spool;

import io.numetry.memory.NativeAccess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How far a spool's frames have been settled: the sequence number of the first that is not. Two
 * slots are written in turns, so that a torn write leaves the former value: a frame is then sent
 * twice, none is skipped.
 *
 * <pre>
 *  0        8          16           24         32          56
 *  +--------+----------+------------+----------+-----------+-------------------+
 *  | magic  | spool id | generation | head     | zero      | CRC32C of 0..55   |
 *  +--------+----------+------------+----------+-----------+-------------------+
 *  4096: the other slot, the same                                  65536: end
 * </pre>
 *
 * <p>Threads: the spool's own. Setting allocates nothing.
 */
final class HeadFile implements AutoCloseable {
  static final String NAME = "spool.head";

  /** Size of the file. */
  static final long FILE_BYTES = SegmentDescriptor.FILE_ALIGNMENT;

  /** "NUMHEAD1". */
  private static final long MAGIC = 0x3144_4145_484d_554eL;

  private static final long SPOOL_ID_OFFSET = 8;
  private static final long GENERATION_OFFSET = 16;
  private static final long HEAD_OFFSET = 24;
  private static final long CHECKSUM_OFFSET = 56;
  private static final int SLOT_BYTES = 64;
  private static final long SLOT_STRIDE = 4096;

  private final CRC32C checksum = new CRC32C();
  private final MappedFile file;
  private final FileChannel channel;
  private final boolean found;
  private long spoolId;
  private long generation;
  private long head;

  private HeadFile(MappedFile file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    boolean first = read(0);
    boolean second = read(SLOT_STRIDE);
    this.found = first || second;
  }

  /** Opens the head of a spool; null if there is none that could be opened. */
  static @Nullable HeadFile open(Path folder) throws IOException {
    Path path = folder.resolve(NAME);
    if (!SpoolFolder.isPlainFile(path)) {
      return null;
    }
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    if (channel.size() != FILE_BYTES) {
      channel.close();
      return null;
    }
    return new HeadFile(MappedFile.open(path, FILE_BYTES), channel);
  }

  /** Makes the head of a spool anew, in place of any other. */
  static HeadFile create(SpoolFolder folder, long spoolId, long head) throws IOException {
    Path path = folder.createFile(NAME, FILE_BYTES, ByteBuffer.allocateDirect((int) SLOT_STRIDE));
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    var made = new HeadFile(MappedFile.open(path, FILE_BYTES), channel);
    made.spoolId = spoolId;
    made.set(head);
    made.set(head);
    return made;
  }

  /** Whether a slot was whole. */
  boolean found() {
    return found;
  }

  long spoolId() {
    return spoolId;
  }

  long get() {
    return head;
  }

  /** Settles everything before a sequence number. */
  void set(long newHead) {
    generation++;
    head = newHead;
    long at = (generation & 1) * SLOT_STRIDE;
    long slot = file.address() + at;
    // While it is written the slot's checksum is wrong, and the other slot counts.
    NativeAccess.putLong(slot, MAGIC);
    NativeAccess.putLong(slot + SPOOL_ID_OFFSET, spoolId);
    NativeAccess.putLong(slot + GENERATION_OFFSET, generation);
    NativeAccess.putLong(slot + HEAD_OFFSET, newHead);
    NativeAccess.setLongRelease(slot + CHECKSUM_OFFSET, checksum(at));
  }

  FileChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    file.close();
    channel.close();
  }

  private boolean read(long at) {
    long slot = file.address() + at;
    if (NativeAccess.getLong(slot) != MAGIC
        || NativeAccess.getLong(slot + CHECKSUM_OFFSET) != checksum(at)) {
      return false;
    }
    long itsGeneration = NativeAccess.getLong(slot + GENERATION_OFFSET);
    long itsHead = NativeAccess.getLong(slot + HEAD_OFFSET);
    if (itsGeneration < 0 || itsHead < 0 || itsHead > SegmentDescriptor.MAX_SEQUENCE) {
      return false;
    }
    if (itsGeneration >= generation) {
      spoolId = NativeAccess.getLong(slot + SPOOL_ID_OFFSET);
      generation = itsGeneration;
      head = itsHead;
    }
    return true;
  }

  private long checksum(long at) {
    checksum.reset();
    checksum.update(file.part(at, CHECKSUM_OFFSET));
    return checksum.getValue();
  }

  static {
    if (CHECKSUM_OFFSET + Long.BYTES != SLOT_BYTES || SLOT_STRIDE + SLOT_BYTES > FILE_BYTES) {
      throw new AssertionError("head slots overlap");
    }
  }
}
