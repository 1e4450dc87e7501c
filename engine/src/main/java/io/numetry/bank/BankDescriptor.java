package io.numetry.bank;

import io.numetry.record.TouchedMarks;
import io.numetry.schema.MetricSetDescriptor;

/**
 * Where things are in a bank. Lines written by different parties are two cache lines apart, because
 * processors fetch lines in pairs.
 *
 * <pre>
 *  0                128                256               384 ... 4096
 *  +----------------+------------------+-----------------+-----------+
 *  | identity       | aggregator's     | owner's         |           |   control
 *  | version, bytes | request, drained | seal, dropped   |           |
 *  +----------------+------------------+-----------------+-----------+
 *  | half A: marks (1/8), cells (7/8)                                |   halfBytes
 *  +-----------------------------------------------------------------+
 *  | half B: the same                                                |   halfBytes
 *  +-----------------------------------------------------------------+
 *  | limbo: the same, for stores that nobody may see any longer      |   halfBytes
 *  +-----------------------------------------------------------------+
 * </pre>
 */
public final class BankDescriptor {
  /** Changes with every incompatible change of this layout. */
  public static final long LAYOUT_VERSION = 1;

  public static final int PAGE_BYTES = 4096;

  /** Two lines: adjacent lines are fetched together. */
  public static final int OWNERSHIP_BYTES = 128;

  public static final int LAYOUT_VERSION_OFFSET = 0;
  public static final int HALF_BYTES_OFFSET = LAYOUT_VERSION_OFFSET + Long.BYTES;

  /** What the aggregator asks of the owner; written by the aggregator, release. */
  public static final int REQUEST_OFFSET = OWNERSHIP_BYTES;

  /**
   * The first epoch that the aggregator has not drained, so that zero says that none is; written by
   * the aggregator, release.
   */
  public static final int DRAINED_OFFSET = REQUEST_OFFSET + Long.BYTES;

  /** Epoch and state of the owner; written by the owner, release, and by CAS while it is idle. */
  public static final int SEAL_OFFSET = REQUEST_OFFSET + OWNERSHIP_BYTES;

  /** Inputs that instruments could not take; written by the owner, plain. */
  public static final int INVALID_INPUT_OFFSET = SEAL_OFFSET + Long.BYTES;

  public static final int CONTROL_BYTES = PAGE_BYTES;

  /** So that a half's marks are whole pages. */
  public static final int HALF_GRANULE_BYTES = PAGE_BYTES << TouchedMarks.WORD_SHIFT;

  /** So that a slot's offset in words is an unsigned int. */
  public static final long MAX_HALF_BYTES = 1L << Integer.SIZE << TouchedMarks.WORD_SHIFT;

  public static final int SLOT_ALIGNMENT_BYTES = MetricSetDescriptor.SLOT_ALIGNMENT_BYTES;

  static {
    if (HALF_BYTES_OFFSET + Long.BYTES > REQUEST_OFFSET
        || DRAINED_OFFSET + Long.BYTES > SEAL_OFFSET
        || INVALID_INPUT_OFFSET + Long.BYTES > CONTROL_BYTES) {
      throw new AssertionError("bank control lines overlap");
    }
  }

  private BankDescriptor() {}

  /** True if a half can have that capacity. */
  public static boolean isHalfBytes(long bytes) {
    return bytes > 0 && bytes <= MAX_HALF_BYTES && bytes % HALF_GRANULE_BYTES == 0;
  }

  /** Bytes from the bank's first to the first of half 0 or 1, or of limbo as 2. */
  public static long halfOffset(int half, long halfBytes) {
    return CONTROL_BYTES + half * halfBytes;
  }

  /** Bytes from a half's first to its first cell. */
  public static long firstCellOffset(long halfBytes) {
    return TouchedMarks.markOffset(halfBytes);
  }

  /**
   * Bytes from a half's first to its first slot's. One line is left out, whose cells and marks
   * would lie at the same place of two pages: processors compare that part of addresses first, and
   * an addition would wait for the store of the mark before it.
   */
  public static long firstSlotOffset(long halfBytes) {
    return firstCellOffset(halfBytes) + SLOT_ALIGNMENT_BYTES;
  }

  public static long bankBytes(long halfBytes) {
    return halfOffset(3, halfBytes);
  }
}
