package io.numetry.exporter.otlp;

import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import io.numetry.window.Column;
import io.numetry.window.SetWindow;

/**
 * Encodes the points of one column into the open metric of a request: one subclass for each way to
 * tell a value, each with a loop of its own.
 */
abstract class ColumnPoints {
  final Column column;
  final RequestWriter request;
  final BackwardWriter out;
  final PointAttributes attributes;

  private final SetWindow set;
  private final PointShape shape;
  private final boolean hasStart;
  private final boolean delta;
  private boolean mayBeStale;
  private long windowStart;
  private long time;

  ColumnPoints(SetWindow set, Column column, PointAttributes attributes, RequestWriter request) {
    InstrumentKind kind = column.instrument().kind();
    this.set = set;
    this.column = column;
    this.attributes = attributes;
    this.request = request;
    this.out = request.out;
    this.shape = PointShape.of(kind);
    this.hasStart = kind.hasTemporality();
    this.delta = column.temporality() == Temporality.DELTA;
  }

  /** Encodes all points present in the column. */
  final void encode(int firstPoint, long startUnixNanos, long endUnixNanos) {
    windowStart = startUnixNanos;
    time = endUnixNanos;
    mayBeStale = set.hasStale() && !(delta && hasStart);
    attributes.begin();
    encodeAll(firstPoint);
  }

  /** Encodes the present points from the first one on. */
  abstract void encodeAll(int first);

  /** Bytes of the times of each point. */
  final int timesBytes() {
    return (hasStart ? 2 : 1) * BackwardWriter.FIXED64_BYTES;
  }

  /** Writes the selected point's times. */
  final void writeTimes() {
    out.fixed64(OtlpFields.POINT_TIME, time);
    if (hasStart) {
      out.fixed64(OtlpFields.POINT_START, start(attributes.series()));
    }
  }

  /** True if any series may have ended. */
  final boolean mayBeStale() {
    return mayBeStale;
  }

  /** True if the series has ended, which its points are to say in the place of their values. */
  final boolean isStale(int series) {
    return mayBeStale && set.isStale(series, column);
  }

  /**
   * Encodes the selected point of a series that has ended: attributes, times, and a flag; a value
   * only as {@link #writeEmpty} says.
   */
  final void encodeStale(int attributeBytes) {
    int bytes = OtlpFields.FLAGS_BYTES + timesBytes() + attributeBytes + emptyBytes();
    if (request.admit(bytes)) {
      out.writeByte(OtlpFields.FLAG_NO_RECORDED_VALUE);
      out.writeByte(shape.flagsTag);
      if (shape.attributesComeFirst()) {
        writeTimes();
        attributes.writeTo(out);
      } else {
        attributes.writeTo(out);
        writeEmpty();
        writeTimes();
      }
      request.closePoint(bytes);
    }
  }

  /** Bytes that {@link #writeEmpty} writes. */
  int emptyBytes() {
    return 0;
  }

  /** Writes what a point without a value has in the value's place. */
  void writeEmpty() {}

  /** When the interval ended: the time of all points. */
  final long time() {
    return time;
  }

  /** True if points say since when. A gauge's start is ignored by receivers, and left out. */
  final boolean hasStart() {
    return hasStart;
  }

  /**
   * Since when a series' point counts. A series may have begun, by another thread's clock reading,
   * after this interval's end.
   */
  final long start(int series) {
    return delta ? windowStart : Math.min(set.series().startUnixNanos(series), time);
  }
}
