package io.numetry.exporter.otlp;

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

  /**
   * @param buckets room for one point's buckets, of any layout's that uses it
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
    buckets.reserveFor(layout);
  }

  @Override
  void encodeAll(int first) {
    int fixedBytes = timesBytes();
    for (int point = first; point >= 0; point = column.nextPresent(point + 1)) {
      int attributeBytes = attributes.select(point);
      if (!isStale(attributeBytes)) {
        long cell = column.cell(point);
        buckets.encode(cell, layout);
        summary.ofExponential(cell, type, buckets.count());
        int bytes = fixedBytes + summary.bytes() + buckets.bytes() + attributeBytes;
        if (request.admit(bytes)) {
          summary.writeExtremes(
              OtlpFields.EXPONENTIAL_POINT_MIN, OtlpFields.EXPONENTIAL_POINT_MAX, out);
          out.copy(buckets.address(), buckets.bytes());
          summary.writeCountAndSum(out);
          writeTimes();
          attributes.writeTo(out);
          request.closePoint(bytes);
        }
      }
    }
  }
}
