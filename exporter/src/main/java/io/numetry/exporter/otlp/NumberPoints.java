package io.numetry.exporter.otlp;

import io.numetry.schema.ValueType;
import io.numetry.window.Column;
import io.numetry.window.SetWindow;

/** Points of counters and gauges: all that changes is of fixed width. */
final class NumberPoints extends ColumnPoints {
  private final byte valueTag;

  NumberPoints(SetWindow set, Column column, PointAttributes attributes, RequestWriter request) {
    super(set, column, attributes, request);
    this.valueTag =
        column.instrument().valueType() == ValueType.LONG
            ? OtlpFields.NUMBER_POINT_AS_INT
            : OtlpFields.NUMBER_POINT_AS_DOUBLE;
  }

  @Override
  void encodeAll(int first) {
    int fixedBytes = BackwardWriter.FIXED64_BYTES + timesBytes();
    for (int point = first; point >= 0; point = column.nextPresent(point + 1)) {
      int attributeBytes = attributes.select(point);
      int bytes = fixedBytes + attributeBytes;
      if (!isStale(attributeBytes) && request.admit(bytes)) {
        attributes.writeTo(out);
        out.fixed64(valueTag, column.valueBits(point));
        writeTimes();
        request.closePoint(bytes);
      }
    }
  }
}
