package io.numetry.exporter.spool;

import io.numetry.memory.NativeAccess;
import java.util.zip.CRC32C;

/**
 * Finds whole records in a segment's memory, and steps over all else. Nothing is believed that no
 * checksum vouches for: where a header is broken, the search goes on at the next multiple of 64;
 * where only the payload is, behind it. Each position is looked at once, so that any content takes
 * time proportional to its size.
 *
 * <p>Threads: one. Allocates nothing.
 */
final class RecordReader {
  private final CRC32C checksum = new CRC32C();
  private long position;
  private long sequence;
  private long timeUnixNano;
  private int byteSize;
  private int points;
  private int flags;

  /**
   * Finds the first whole record at or after a position.
   *
   * @param from a multiple of 64
   * @param limit where the segment's records end at the latest
   * @param segmentId what its records begin with
   * @param leastSequence records before this one are passed over
   * @param endSequence no record of this segment has this number or a higher one
   * @return false if there is none; the other accessors then have no meaning
   */
  boolean find(
      MappedFile file,
      long from,
      long limit,
      long segmentId,
      long leastSequence,
      long endSequence) {
    long at = from;
    while (at + RecordDescriptor.HEADER_BYTES <= limit) {
      if (NativeAccess.getLong(file.address() + at) == segmentId && readHeader(file, at, limit)) {
        boolean wanted = sequence >= leastSequence && sequence < endSequence;
        if (wanted && payloadIsWhole(file)) {
          return true;
        }
        at = end();
      } else {
        at += RecordDescriptor.ALIGNMENT;
      }
    }
    return false;
  }

  /** Where the record begins. */
  long position() {
    return position;
  }

  /** Where its payload begins. */
  long payloadPosition() {
    return position + RecordDescriptor.HEADER_BYTES;
  }

  /** Where the next record may begin. */
  long end() {
    return position + RecordDescriptor.recordBytes(byteSize);
  }

  long sequence() {
    return sequence;
  }

  long timeUnixNano() {
    return timeUnixNano;
  }

  int byteSize() {
    return byteSize;
  }

  int points() {
    return points;
  }

  int flags() {
    return flags;
  }

  private boolean readHeader(MappedFile file, long at, long limit) {
    checksum.reset();
    checksum.update(file.part(at, RecordDescriptor.CHECKSUM_OFFSET));
    long address = file.address() + at;
    if (NativeAccess.getLong(address + RecordDescriptor.CHECKSUM_OFFSET) != checksum.getValue()) {
      return false;
    }
    long sizeAndPoints = NativeAccess.getLong(address + RecordDescriptor.SIZE_AND_POINTS_OFFSET);
    position = at;
    sequence = NativeAccess.getLong(address + RecordDescriptor.SEQUENCE_OFFSET);
    timeUnixNano = NativeAccess.getLong(address + RecordDescriptor.TIME_OFFSET);
    byteSize = (int) sizeAndPoints;
    points = (int) (sizeAndPoints >>> 32);
    flags = (int) NativeAccess.getLong(address + RecordDescriptor.FLAGS_AND_CRC_OFFSET);
    // A checksum does not make a size that fits; it may have been written by someone else.
    return byteSize >= 0 && points >= 0 && byteSize <= limit - at - RecordDescriptor.HEADER_BYTES;
  }

  private boolean payloadIsWhole(MappedFile file) {
    checksum.reset();
    checksum.update(file.part(payloadPosition(), byteSize));
    long flagsAndChecksum =
        NativeAccess.getLong(file.address() + position + RecordDescriptor.FLAGS_AND_CRC_OFFSET);
    return flagsAndChecksum >>> 32 == checksum.getValue();
  }
}
