package io.numetry.exporter.otlp;

import io.numetry.histogram.ExponentialCells;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.ValueType;
import io.numetry.window.Column;
import io.numetry.window.SetWindow;

/** Points of exponential histograms. */
final class ExponentialPoints extends ColumnPoints {
  private final Summary summary = new Summary();
  private final ExponentialBuckets buckets;
  private final ExponentialLayout layout;
  private final ValueType type;
  private final int maxBucketsBytes;

  /**
   * @param buckets room aside for one point's buckets, of any layout's that uses it
   */
  ExponentialPoints(
      SetWindow set,
      Column column,
      PointAttributes attributes,
      RequestWriter request,
      ExponentialBuckets buckets) {
    super(set, column, attributes, request);
    this.buckets = buckets;
    this.layout = (ExponentialLayout) column.instrument().layout();
    this.type = column.instrument().valueType();
    this.maxBucketsBytes = ExponentialBuckets.maxBytes(layout);
    buckets.reserveFor(layout);
  }

  @Override
  void encodeAll(int first) {
    for (int point = first; point >= 0; point = column.nextPresent(point + 1)) {
      int attributeBytes = attributes.select(point);
      if (isStale(attributes.series())) {
        encodeStale(attributeBytes);
      } else {
        long cell = column.cell(point);
        int otherBytes = timesBytes() + Summary.MAX_BYTES + attributeBytes;
        if (!request.admitAtMost(otherBytes + maxBucketsBytes) || !writeInPlace(cell)) {
          encodeAside(cell, attributeBytes);
        }
      }
    }
  }

  /** Writes an admitted point; false if its cell is empty after all, and nothing is written. */
  private boolean writeInPlace(long cell) {
    long behind = out.written();
    out.fixed64(OtlpFields.EXPONENTIAL_POINT_MAX, ExponentialCells.max(cell, type));
    out.fixed64(OtlpFields.EXPONENTIAL_POINT_MIN, ExponentialCells.min(cell, type));
    long count = buckets.write(out, cell, layout);
    if (count == 0) {
      request.withdrawPoint(behind);
      return false;
    }
    summary.ofExponential(cell, type, count);
    writeRest();
    request.closePoint((int) (out.written() - behind));
    return true;
  }

  /** The way for a request that is almost full, or whose memory is to grow. */
  private void encodeAside(long cell, int attributeBytes) {
    buckets.encodeAside(cell, layout);
    summary.ofExponential(cell, type, buckets.count());
    int bytes = timesBytes() + summary.bytes() + buckets.bytes() + attributeBytes;
    if (request.admit(bytes)) {
      summary.writeExtremes(
          OtlpFields.EXPONENTIAL_POINT_MIN, OtlpFields.EXPONENTIAL_POINT_MAX, out);
      out.copy(buckets.address(), buckets.bytes());
      writeRest();
      request.closePoint(bytes);
    }
  }

  private void writeRest() {
    summary.writeCountAndSum(out);
    writeTimes();
    attributes.writeTo(out);
  }
}
