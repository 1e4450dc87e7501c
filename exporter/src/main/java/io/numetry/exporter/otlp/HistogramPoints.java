package io.numetry.exporter.otlp;

import io.numetry.schema.CellLayout;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ValueType;
import io.numetry.window.Column;
import io.numetry.window.SetWindow;

/**
 * Points of mmscs and explicit-bucket histograms. An mmsc is a histogram without buckets; with
 * them, the counts are on the wire as they are in the cell, and the boundaries are a template.
 */
final class HistogramPoints extends ColumnPoints {
  private final Summary summary = new Summary();
  private final ValueType type;

  /** Bytes of the buckets' counts; 0 for an mmsc. */
  private final int countsBytes;

  private final long boundariesAddress;
  private final int boundariesBytes;

  /**
   * What a point without a value has: a sum and buckets, all zero. Prometheus takes each for a
   * series of its own and ends it only if it is there.
   */
  private final long emptyAddress;

  private final int emptyBytes;

  HistogramPoints(
      SetWindow set,
      Column column,
      PointAttributes attributes,
      RequestWriter request,
      ConstantMemory constants) {
    super(set, column, attributes, request);
    this.type = column.instrument().valueType();
    if (column.instrument().layout() instanceof ExplicitLayout layout) {
      ConstantMessage boundaries =
          new ConstantMessage().packed(OtlpFields.HISTOGRAM_POINT_BOUNDARIES, layout.boundaries());
      countsBytes = layout.buckets() * Long.BYTES;
      boundariesAddress = constants.put(boundaries);
      boundariesBytes = boundaries.size();
    } else {
      countsBytes = 0;
      boundariesAddress = 0;
      boundariesBytes = 0;
    }
    ConstantMessage empty = empty(column.instrument().layout());
    emptyAddress = constants.put(empty);
    emptyBytes = empty.size();
  }

  @Override
  int emptyBytes() {
    return emptyBytes;
  }

  @Override
  void writeEmpty() {
    out.copy(emptyAddress, emptyBytes);
  }

  private static ConstantMessage empty(CellLayout cell) {
    ConstantMessage empty =
        new ConstantMessage()
            .fixed64(OtlpFields.DISTRIBUTION_POINT_SUM, Double.doubleToRawLongBits(0));
    return cell instanceof ExplicitLayout layout
        ? empty
            .packed(OtlpFields.HISTOGRAM_POINT_BUCKETS, new double[layout.buckets()])
            .packed(OtlpFields.HISTOGRAM_POINT_BOUNDARIES, layout.boundaries())
        : empty;
  }

  @Override
  void encodeAll(int first) {
    int fixedBytes = timesBytes() + bucketsBytes();
    for (int point = first; point >= 0; point = column.nextPresent(point + 1)) {
      int attributeBytes = attributes.select(point);
      if (isStale(attributes.series())) {
        encodeStale(attributeBytes);
      } else {
        summarize(point);
        int bytes = fixedBytes + summary.bytes() + attributeBytes;
        if (request.admit(bytes)) {
          summary.writeExtremes(
              OtlpFields.HISTOGRAM_POINT_MIN, OtlpFields.HISTOGRAM_POINT_MAX, out);
          attributes.writeTo(out);
          writeBuckets(point);
          summary.writeCountAndSum(out);
          writeTimes();
          request.closePoint(bytes);
        }
      }
    }
  }

  private void summarize(int point) {
    if (countsBytes == 0) {
      summary.ofMmsc(column, point);
    } else {
      summary.ofExplicit(column.cell(point), type);
    }
  }

  private int bucketsBytes() {
    return countsBytes == 0 ? 0 : 1 + Varint.bytes(countsBytes) + countsBytes + boundariesBytes;
  }

  private void writeBuckets(int point) {
    if (countsBytes != 0) {
      out.copy(boundariesAddress, boundariesBytes);
      out.copy(column.cell(point) + ExplicitLayout.BUCKETS, countsBytes);
      out.enclose(OtlpFields.HISTOGRAM_POINT_BUCKETS, countsBytes);
    }
  }
}
