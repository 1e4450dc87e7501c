package io.numetry.exporter.spool;

/**
 * Where things are in a record, which is a frame with its header. Records begin at multiples of 64.
 *
 * <pre>
 *  0          8          16       24              32                40       48        56
 *  +----------+----------+--------+-------+-------+-------+---------+--------+---------+---------+
 *  | segment  | sequence | unix   | pay-  | points| flags | payload | zero   | zero    | CRC32C  |
 *  | id       |          | ns     | load  |       |       | CRC32C  |        |         | of 0..55|
 *  |          |          |        | bytes |       |       |         |        |         | (low)   |
 *  +----------+----------+--------+-------+-------+-------+---------+--------+---------+---------+
 *  64: payload, then nothing up to the next multiple of 64
 * </pre>
 *
 * <p>The header's checksum covers the payload's, so it vouches for all of the record.
 */
final class RecordDescriptor {
  static final int ALIGNMENT = 64;

  static final long SEGMENT_ID_OFFSET = 0;
  static final long SEQUENCE_OFFSET = SEGMENT_ID_OFFSET + Long.BYTES;
  static final long TIME_OFFSET = SEQUENCE_OFFSET + Long.BYTES;
  static final long SIZE_AND_POINTS_OFFSET = TIME_OFFSET + Long.BYTES;
  static final long FLAGS_AND_CRC_OFFSET = SIZE_AND_POINTS_OFFSET + Long.BYTES;
  static final long CHECKSUM_OFFSET = 56;
  static final int HEADER_BYTES = 64;

  static {
    if (FLAGS_AND_CRC_OFFSET + Long.BYTES > CHECKSUM_OFFSET
        || CHECKSUM_OFFSET + Long.BYTES != HEADER_BYTES
        || HEADER_BYTES % ALIGNMENT != 0) {
      throw new AssertionError("record header overlaps");
    }
  }

  private RecordDescriptor() {}

  /** Bytes that a frame takes in a segment, header and filling included. */
  static long recordBytes(long payloadBytes) {
    return HEADER_BYTES + ((payloadBytes + ALIGNMENT - 1) & -ALIGNMENT);
  }

  /** Two ints in a word, the first in the low half. */
  static long pack(int low, int high) {
    return (low & 0xffff_ffffL) | ((long) high << 32);
  }
}
