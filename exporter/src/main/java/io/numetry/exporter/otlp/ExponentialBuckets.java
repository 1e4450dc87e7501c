package io.numetry.exporter.otlp;

import io.numetry.export.NodeContext;
import io.numetry.exporter.frame.PresentMemory;
import io.numetry.histogram.ExponentialCells;
import io.numetry.numa.NodeMemory;
import io.numetry.schema.ExponentialLayout;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an exponential histogram's point that vary in size: scale, zero count and the
 * buckets of both ranges. They are encoded aside, in memory of their own, and then copied: whether
 * the point has room is asked with its size, and so nothing has to compute a size but by encoding.
 */
final class ExponentialBuckets implements AutoCloseable {
  /** A tag and the longest length, or the longest zigzag of an int. */
  private static final int MAX_INT_FIELD_BYTES = 1 + Varint.MAX_LENGTH_BYTES;

  private final NodeContext node;
  private final BackwardWriter out = new BackwardWriter();
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

  /** Encodes the fields of a cell; what was encoded before is gone. */
  void encode(long cell, ExponentialLayout layout) {
    NodeMemory room = memory;
    if (room == null) {
      throw new IllegalStateException("buckets: nothing is reserved for " + layout);
    }
    out.wrap(room.address(), room.address() + room.byteSize(), 0);
    count = ExponentialCells.zeroCount(cell);
    if (layout.negatives()) {
      encodeRange(cell, layout, true);
    }
    encodeRange(cell, layout, false);
    if (ExponentialCells.zeroCount(cell) != 0) {
      out.fixed64(OtlpFields.EXPONENTIAL_POINT_ZERO_COUNT, ExponentialCells.zeroCount(cell));
    }
    writeZigZag(OtlpFields.EXPONENTIAL_POINT_SCALE, ExponentialCells.scale(cell, layout));
  }

  /** Where the encoded fields begin. */
  long address() {
    return out.position();
  }

  /** Size of the encoded fields. */
  int bytes() {
    return (int) out.written();
  }

  /** Values in the cell last encoded: the zeros and all buckets. */
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

  /** Buckets on either side of those in use may have been left empty; they are not written. */
  private void encodeRange(long cell, ExponentialLayout layout, boolean negative) {
    int last = buckets(cell, negative) - 1;
    while (last >= 0 && bucketCount(cell, layout, negative, last) == 0) {
      last--;
    }
    if (last < 0) {
      return;
    }
    int first = 0;
    while (bucketCount(cell, layout, negative, first) == 0) {
      first++;
    }
    long behind = out.written();
    for (int k = last; k >= first; k--) {
      writeCount(bucketCount(cell, layout, negative, k));
    }
    out.enclose(OtlpFields.BUCKETS_COUNTS, out.written() - behind);
    writeZigZag(OtlpFields.BUCKETS_OFFSET, offset(cell, negative) + first);
    out.enclose(
        negative ? OtlpFields.EXPONENTIAL_POINT_NEGATIVE : OtlpFields.EXPONENTIAL_POINT_POSITIVE,
        out.written() - behind);
  }

  /** Cells keep counts from overflowing by staying at the largest; so does their sum. */
  private void writeCount(long bucketCount) {
    long sum = count + bucketCount;
    count = sum < 0 ? Long.MAX_VALUE : sum;
    out.varint(bucketCount);
  }

  /** A zero is the default, and takes no bytes. */
  private void writeZigZag(byte tag, int value) {
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

  private static long bucketCount(long cell, ExponentialLayout layout, boolean negative, int k) {
    return negative
        ? ExponentialCells.negativeCount(cell, layout, k)
        : ExponentialCells.positiveCount(cell, layout, k);
  }

  private static long maxBytes(ExponentialLayout layout) {
    long range = 3L * MAX_INT_FIELD_BYTES + (long) layout.maxBuckets() * Varint.MAX_BYTES;
    return MAX_INT_FIELD_BYTES + BackwardWriter.FIXED64_BYTES + 2 * range;
  }
}
