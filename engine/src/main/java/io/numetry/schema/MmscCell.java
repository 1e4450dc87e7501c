package io.numetry.schema;

/**
 * Layout of an {@link InstrumentKind#MMSC} cell: four words, all {@code long} or all {@code double}
 * but the count, which is always {@code long}. A cell of zeros is empty: minimum and maximum mean
 * something only while the count is not zero.
 *
 * <pre>
 *  0       8       16      24      32
 *  +-------+-------+-------+-------+
 *  |  min  |  max  |  sum  | count |
 *  +-------+-------+-------+-------+
 * </pre>
 */
public final class MmscCell {
  public static final int MIN = 0;
  public static final int MAX = MIN + Long.BYTES;
  public static final int SUM = MAX + Long.BYTES;
  public static final int COUNT = SUM + Long.BYTES;
  public static final int BYTES = COUNT + Long.BYTES;

  private MmscCell() {}
}
