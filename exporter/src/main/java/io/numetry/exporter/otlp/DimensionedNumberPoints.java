package io.numetry.exporter.otlp;

import io.numetry.window.Column;
import io.numetry.window.SetWindow;

/** Points of counters and gauges that have dimensions: a series has several. */
final class DimensionedNumberPoints extends ColumnPoints {
  private final byte valueTag;

  DimensionedNumberPoints(
      SetWindow set, Column column, PointAttributes attributes, RequestWriter request) {
    super(set, column, attributes, request);
    this.valueTag = OtlpFields.valueTag(column.instrument().valueType());
  }

  @Override
  void encodeAll(int first) {
    int fixedBytes = BackwardWriter.FIXED64_BYTES + timesBytes();
    for (int point = first; point >= 0; point = column.nextPresent(point + 1)) {
      int attributeBytes = attributes.select(point);
      int bytes = fixedBytes + attributeBytes;
      if (isStale(attributes.series())) {
        encodeStale(attributeBytes);
      } else if (request.admit(bytes)) {
        attributes.writeTo(out);
        out.fixed64(valueTag, column.valueBits(point));
        writeTimes();
        request.closePoint(bytes);
      }
    }
  }
}
