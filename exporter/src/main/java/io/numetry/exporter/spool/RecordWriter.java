package io.numetry.exporter.spool;

import io.numetry.memory.NativeAccess;
import java.util.zip.CRC32C;

/**
 * Writes records. The order of stores is payload, header, the header's checksum: until the last of
 * them a record is not there for a reader, and a process that dies in between leaves a torn tail.
 *
 * <p>Threads: one. Allocates nothing.
 */
final class RecordWriter {
  private final CRC32C checksum = new CRC32C();

  /**
   * Writes a record; the caller has made sure that it fits.
   *
   * @param at a multiple of 64
   * @param payload address of the frame
   */
  void write(
      MappedFile file,
      long at,
      long segmentId,
      long sequence,
      long timeUnixNano,
      long payload,
      int byteSize,
      int points,
      int flags) {
    long header = file.address() + at;
    NativeAccess.copy(payload, header + RecordDescriptor.HEADER_BYTES, byteSize);
    checksum.reset();
    // Of what is in the file now: the frame could not be changed unnoticed in between.
    checksum.update(file.part(at + RecordDescriptor.HEADER_BYTES, byteSize));
    NativeAccess.putLong(
        header + RecordDescriptor.FLAGS_AND_CRC_OFFSET,
        RecordDescriptor.pack(flags, (int) checksum.getValue()));
    NativeAccess.putLong(
        header + RecordDescriptor.SIZE_AND_POINTS_OFFSET, RecordDescriptor.pack(byteSize, points));
    NativeAccess.putLong(header + RecordDescriptor.TIME_OFFSET, timeUnixNano);
    NativeAccess.putLong(header + RecordDescriptor.SEQUENCE_OFFSET, sequence);
    NativeAccess.putLong(header + RecordDescriptor.SEGMENT_ID_OFFSET, segmentId);
    checksum.reset();
    checksum.update(file.part(at, RecordDescriptor.CHECKSUM_OFFSET));
    NativeAccess.setLongRelease(header + RecordDescriptor.CHECKSUM_OFFSET, checksum.getValue());
  }
}
