package io.numetry.exporter.spool;

/**
 * Where things are in a segment file; docs/spool-format.md in code. All numbers are little-endian.
 *
 * <pre>
 *  0        8        16       24          32          40        48         56
 *  +--------+--------+--------+-----------+-----------+---------+----------+-------------------+
 *  | magic  | version| spool  | segment   | first     | created | file     | CRC32C of 0..55   |
 *  |        |        | id     | id        | sequence  | unix ns | bytes    | in the low half   |
 *  +--------+--------+--------+-----------+-----------+---------+----------+-------------------+
 *  2048: the same once more           4096: records
 * </pre>
 */
final class SegmentDescriptor {
  /** "NUMSPOOL". */
  static final long MAGIC = 0x4c4f4f50534d554eL;

  static final long VERSION = 1;

  static final long MAGIC_OFFSET = 0;
  static final long VERSION_OFFSET = MAGIC_OFFSET + Long.BYTES;
  static final long SPOOL_ID_OFFSET = VERSION_OFFSET + Long.BYTES;
  static final long SEGMENT_ID_OFFSET = SPOOL_ID_OFFSET + Long.BYTES;
  static final long FIRST_SEQUENCE_OFFSET = SEGMENT_ID_OFFSET + Long.BYTES;
  static final long CREATED_OFFSET = FIRST_SEQUENCE_OFFSET + Long.BYTES;
  static final long FILE_BYTES_OFFSET = CREATED_OFFSET + Long.BYTES;
  static final long CHECKSUM_OFFSET = FILE_BYTES_OFFSET + Long.BYTES;

  /** One header's bytes, of two. */
  static final int HEADER_BYTES = 64;

  static final long COPY_OFFSET = 2048;
  static final long RECORDS_OFFSET = 4096;

  /**
   * Files are multiples of the largest page size that Linux has for files on x86-64 and AArch64.
   */
  static final long FILE_ALIGNMENT = 64 << 10;

  /** A buffer is numbered by ints. */
  static final long MAX_SEGMENT_BYTES = 1L << 30;

  /** A sequence number beyond this was never given. */
  static final long MAX_SEQUENCE = 1L << 60;

  static {
    if (CHECKSUM_OFFSET + Long.BYTES != HEADER_BYTES
        || COPY_OFFSET < HEADER_BYTES
        || COPY_OFFSET + HEADER_BYTES > RECORDS_OFFSET
        || RECORDS_OFFSET % RecordDescriptor.ALIGNMENT != 0) {
      throw new AssertionError("segment header overlaps");
    }
  }

  private SegmentDescriptor() {}

  /** Rounds up to whole pages of files. */
  static long fileBytes(long bytes) {
    return (bytes + FILE_ALIGNMENT - 1) & -FILE_ALIGNMENT;
  }
}
