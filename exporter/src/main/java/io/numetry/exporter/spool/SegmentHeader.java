package io.numetry.exporter.spool;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a segment file says of itself.
 *
 * @param id random; its records begin with it
 * @param fileBytes the size that the file was made with
 */
record SegmentHeader(
    long spoolId, long id, long firstSequence, long createdUnixNano, long fileBytes) {

  /** A header that was read, or the reason why there is none. */
  record Parsed(@Nullable SegmentHeader header, String reason) {}

  /** The first bytes of a file, up to its records. */
  ByteBuffer toBytes() {
    ByteBuffer bytes = ByteBuffer.allocateDirect((int) SegmentDescriptor.RECORDS_OFFSET);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    put(bytes, 0);
    put(bytes, (int) SegmentDescriptor.COPY_OFFSET);
    return bytes;
  }

  /** Reads a file's first bytes, the header's copy if the header is broken. */
  static Parsed parse(ByteBuffer bytes) {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    Parsed first = parse(bytes, 0);
    if (first.header != null) {
      return first;
    }
    Parsed copy = parse(bytes, (int) SegmentDescriptor.COPY_OFFSET);
    return copy.header != null ? copy : first;
  }

  private void put(ByteBuffer bytes, int at) {
    bytes
        .putLong(at + (int) SegmentDescriptor.MAGIC_OFFSET, SegmentDescriptor.MAGIC)
        .putLong(at + (int) SegmentDescriptor.VERSION_OFFSET, SegmentDescriptor.VERSION)
        .putLong(at + (int) SegmentDescriptor.SPOOL_ID_OFFSET, spoolId)
        .putLong(at + (int) SegmentDescriptor.SEGMENT_ID_OFFSET, id)
        .putLong(at + (int) SegmentDescriptor.FIRST_SEQUENCE_OFFSET, firstSequence)
        .putLong(at + (int) SegmentDescriptor.CREATED_OFFSET, createdUnixNano)
        .putLong(at + (int) SegmentDescriptor.FILE_BYTES_OFFSET, fileBytes)
        .putLong(at + (int) SegmentDescriptor.CHECKSUM_OFFSET, checksum(bytes, at));
  }

  private static Parsed parse(ByteBuffer bytes, int at) {
    if (bytes.limit() < at + SegmentDescriptor.HEADER_BYTES) {
      return unreadable("it ends within its header");
    }
    if (bytes.getLong(at + (int) SegmentDescriptor.MAGIC_OFFSET) != SegmentDescriptor.MAGIC) {
      return unreadable("it does not begin as a segment does");
    }
    if (bytes.getLong(at + (int) SegmentDescriptor.CHECKSUM_OFFSET) != checksum(bytes, at)) {
      return unreadable("its header's checksum is wrong");
    }
    // Behind the checksum, which every version has at the same place.
    long version = bytes.getLong(at + (int) SegmentDescriptor.VERSION_OFFSET);
    if (version != SegmentDescriptor.VERSION) {
      return unreadable(
          "its version is "
              + version
              + ", this Numetry reads "
              + SegmentDescriptor.VERSION
              + "; one that reads it needs its former name");
    }
    var header =
        new SegmentHeader(
            bytes.getLong(at + (int) SegmentDescriptor.SPOOL_ID_OFFSET),
            bytes.getLong(at + (int) SegmentDescriptor.SEGMENT_ID_OFFSET),
            bytes.getLong(at + (int) SegmentDescriptor.FIRST_SEQUENCE_OFFSET),
            bytes.getLong(at + (int) SegmentDescriptor.CREATED_OFFSET),
            bytes.getLong(at + (int) SegmentDescriptor.FILE_BYTES_OFFSET));
    return header
        .implausible()
        .map(SegmentHeader::unreadable)
        .orElseGet(() -> new Parsed(header, ""));
  }

  private Optional<String> implausible() {
    if (firstSequence < 0 || firstSequence > SegmentDescriptor.MAX_SEQUENCE) {
      return Optional.of("its first sequence number is " + firstSequence);
    }
    return Optional.empty();
  }

  private static Parsed unreadable(String reason) {
    return new Parsed(null, reason);
  }

  private static long checksum(ByteBuffer bytes, int at) {
    var checksum = new CRC32C();
    checksum.update(bytes.slice(at, (int) SegmentDescriptor.CHECKSUM_OFFSET));
    return checksum.getValue();
  }
}
