package io.numetry.exporter.otlp;

import io.numetry.memory.NativeAccess;
import io.numetry.window.Column;
import io.numetry.window.SetWindow;

/**
 * Points of counters and gauges without dimensions: runs of images, of which each is given its
 * times and its value.
 */
final class NumberPoints extends ColumnPoints {
  private static final int FIRST = 1;
  private static final int SECOND = FIRST + BackwardWriter.FIXED64_BYTES;
  private static final int THIRD = SECOND + BackwardWriter.FIXED64_BYTES;

  /**
   * Images that stay in a core's cache are copied a few kilobytes at a time, so that the stores
   * find them in the first level; of more, memory sets the pace, and it is faster at long copies.
   */
  private static final long CACHED_BYTES = 256 << 10;

  private static final int CACHED_RUN = 64;
  private static final int LONG_RUN = 1024;

  private final PointImages images;

  /**
   * @param attributes for the points of series that have ended
   */
  NumberPoints(
      SetWindow set,
      Column column,
      PointAttributes attributes,
      RequestWriter request,
      PointImages images) {
    super(set, column, attributes, request);
    this.images = images;
  }

  @Override
  void encodeAll(int first) {
    images.update();
    int maxRun = images.byteSize() <= CACHED_BYTES ? CACHED_RUN : LONG_RUN;
    for (int point = first; point >= 0; ) {
      int end = column.presentEnd(point, point + (mayBeStale() ? 1 : maxRun));
      if (isStale(point)) {
        encodeStale(attributes.select(point));
      } else {
        encodeRun(point, end);
      }
      point = column.nextPresent(end);
    }
  }

  private void encodeRun(int first, int end) {
    if (request.admitEnclosed(images.bytes(first, end), end - first)) {
      writeRun(first, end);
    } else {
      for (int point = first; point < end; point++) {
        if (request.admitEnclosed((int) images.bytes(point, point + 1))) {
          writeRun(point, point + 1);
        }
      }
    }
  }

  private void writeRun(int first, int end) {
    out.copy(images.address(end), images.bytes(first, end));
    long run = out.position();
    for (int point = first; point < end; point++) {
      long fields = (run + images.fieldsOffset(point, end)) & NativeAccess.ADDRESS_BITS;
      long value = column.valueBits(point);
      if (hasStart()) {
        NativeAccess.putLong(fields + FIRST, start(point));
        NativeAccess.putLong(fields + SECOND, time());
        NativeAccess.putLong(fields + THIRD, value);
      } else {
        NativeAccess.putLong(fields + FIRST, time());
        NativeAccess.putLong(fields + SECOND, value);
      }
    }
  }
}
