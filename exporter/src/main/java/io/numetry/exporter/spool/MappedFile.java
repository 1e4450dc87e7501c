package io.numetry.exporter.spool;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A file in memory: its address, and buffers over it for those who take no address.
 *
 * <p>Threads: the spool's own. The memory is there until {@link #close}; whoever uses its address
 * or buffers after that crashes the process, so a mapping with a frame in other hands stays.
 */
final class MappedFile implements AutoCloseable {
  private final ChronicleMapping mapping;
  private final ByteBuffer buffer;
  private final ByteBuffer lent;

  private MappedFile(ChronicleMapping mapping) {
    this.mapping = mapping;
    this.buffer = wholeBuffer(mapping.address(), mapping.byteSize());
    this.lent = buffer.duplicate();
  }

  /**
   * Maps a file that is there.
   *
   * @param byteSize of the file; at most {@link SegmentDescriptor#MAX_SEGMENT_BYTES}
   */
  static MappedFile open(Path path, long byteSize) throws java.io.IOException {
    return new MappedFile(ChronicleMapping.map(path, byteSize));
  }

  /** The first byte's. */
  long address() {
    return mapping.address();
  }

  long byteSize() {
    return mapping.byteSize();
  }

  /** The part asked for; one buffer, whose bounds the next call moves. */
  ByteBuffer part(long offset, long byteSize) {
    return bounded(buffer, offset, byteSize);
  }

  /** The same, for others to read, and another buffer than {@link #part}'s. */
  ByteBuffer lentPart(long offset, long byteSize) {
    return bounded(lent, offset, byteSize);
  }

  @Override
  public void close() {
    mapping.close();
  }

  private static ByteBuffer bounded(ByteBuffer of, long offset, long byteSize) {
    return of.limit((int) (offset + byteSize)).position((int) offset);
  }

  @SuppressWarnings("restricted") // the mapping's own bounds
  private static ByteBuffer wholeBuffer(long address, long byteSize) {
    return MemorySegment.ofAddress(address).reinterpret(byteSize).asByteBuffer();
  }
}
