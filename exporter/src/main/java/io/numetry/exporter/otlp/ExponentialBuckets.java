package io.numetry.exporter.otlp;

import io.numetry.export.NodeContext;
import io.numetry.exporter.frame.PresentMemory;
import io.numetry.histogram.ExponentialCells;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.NodeMemory;
import io.numetry.schema.ExponentialLayout;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an exponential histogram's point that vary in size: scale, zero count and the
 * buckets of both ranges. Where the request has room for the largest, they are encoded in place;
 * else aside, in memory of their own, and then copied: so nothing has to compute a size but by
 * encoding.
 */
final class ExponentialBuckets implements AutoCloseable {
  /** A tag and the longest length, or the longest zigzag of an int. */
  private static final int MAX_INT_FIELD_BYTES = 1 + Varint.MAX_LENGTH_BYTES;

  private final NodeContext node;
  private final BucketCounts counts = new BucketCounts();
  private final BackwardWriter aside = new BackwardWriter();
  private @Nullable NodeMemory memory;
  private long count;

  ExponentialBuckets(NodeContext node) {
    this.node = node;
  }

  /** Makes room for the fields of any cell of the layout. */
  void reserveFor(ExponentialLayout layout) {
    long needed = maxBytes(layout);
    if (memory == null || memory.byteSize() < needed) {
      NodeMemory larger = PresentMemory.reserve(node, needed, SeriesTemplates.TAG);
      close();
      memory = larger;
    }
  }

  /** Bytes that there is room for. */
  long capacity() {
    return memory == null ? 0 : memory.byteSize();
  }

  /** Encodes the fields of a cell aside; what was encoded there before is gone. */
  void encodeAside(long cell, ExponentialLayout layout) {
    NodeMemory room = memory;
    if (room == null) {
      throw new IllegalStateException("buckets: nothing is reserved for " + layout);
    }
    aside.wrap(room.address(), room.address() + room.byteSize(), 0);
    count = write(aside, cell, layout);
  }

  /**
   * Writes the fields of a cell.
   *
   * @param out has room for {@link #maxBytes}
   * @return values in the cell: the zeros and all buckets
   */
  long write(BackwardWriter out, long cell, ExponentialLayout layout) {
    long zeros = ExponentialCells.zeroCount(cell);
    long count = zeros;
    if (layout.negatives()) {
      count = BucketCounts.saturated(count + writeRange(out, cell, layout, true));
    }
    count = BucketCounts.saturated(count + writeRange(out, cell, layout, false));
    if (zeros != 0) {
      out.fixed64(OtlpFields.EXPONENTIAL_POINT_ZERO_COUNT, zeros);
    }
    writeZigZag(out, OtlpFields.EXPONENTIAL_POINT_SCALE, ExponentialCells.scale(cell, layout));
    return count;
  }

  /** Where the fields encoded aside begin. */
  long address() {
    return aside.position();
  }

  /** Their size. */
  int bytes() {
    return (int) aside.written();
  }

  /** Values in their cell: the zeros and all buckets. */
  long count() {
    return count;
  }

  @Override
  public void close() {
    if (memory != null) {
      memory.close();
      memory = null;
    }
  }

  /**
   * Buckets on either side of those in use may have been left empty; they are not written.
   *
   * @return values in the range
   */
  private long writeRange(
      BackwardWriter out, long cell, ExponentialLayout layout, boolean negative) {
    int end = buckets(cell, negative);
    long lowest = ExponentialCells.lowestBucket(cell, layout, negative);
    while (end > 0 && bucketCount(lowest, end - 1) == 0) {
      end--;
    }
    if (end == 0) {
      return 0;
    }
    int first = 0;
    while (bucketCount(lowest, first) == 0) {
      first++;
    }
    long behind = out.written();
    out.requireRoom(BucketCounts.maxBytes(end - first));
    out.wroteTo(counts.encode(lowest, first, end, out.position()));
    out.enclose(OtlpFields.BUCKETS_COUNTS, out.written() - behind);
    writeZigZag(out, OtlpFields.BUCKETS_OFFSET, offset(cell, negative) + first);
    out.enclose(
        negative ? OtlpFields.EXPONENTIAL_POINT_NEGATIVE : OtlpFields.EXPONENTIAL_POINT_POSITIVE,
        out.written() - behind);
    return counts.sum();
  }

  /** A zero is the default, and takes no bytes. */
  private static void writeZigZag(BackwardWriter out, byte tag, int value) {
    if (value != 0) {
      out.varint(Varint.zigZag(value));
      out.writeByte(tag);
    }
  }

  private static int buckets(long cell, boolean negative) {
    return negative
        ? ExponentialCells.negativeBuckets(cell)
        : ExponentialCells.positiveBuckets(cell);
  }

  private static int offset(long cell, boolean negative) {
    return negative ? ExponentialCells.negativeOffset(cell) : ExponentialCells.positiveOffset(cell);
  }

  private static long bucketCount(long lowest, int k) {
    return NativeAccess.getLong(lowest + (long) k * Long.BYTES);
  }

  /** Bytes that the fields of any cell of the layout have room in. */
  static int maxBytes(ExponentialLayout layout) {
    int range = 3 * MAX_INT_FIELD_BYTES + BucketCounts.maxBytes(layout.maxBuckets());
    return MAX_INT_FIELD_BYTES + BackwardWriter.FIXED64_BYTES + 2 * range;
  }
}
