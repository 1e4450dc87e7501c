package io.numetry.exporter.otlp;

import io.numetry.attribute.Attributes;
import io.numetry.export.NodeContext;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;
import io.numetry.window.Column;
import io.numetry.window.SeriesTable;
import io.numetry.window.SetWindow;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes a node's windows as OTLP export requests, straight from their columns into frames.
 *
 * <p>Everything constant is encoded once: the resource here, the rest in {@link SetTemplate}. A
 * point then is a copy of its series' attributes and three fixed-width stores, or six for an mmsc.
 * Once all series have been seen, encoding allocates nothing.
 *
 * <p>Sets and instruments come out in the window's order, series in reverse: a frame is written
 * backward, and the order of points means nothing in OTLP.
 *
 * <p>Threads: the node's aggregator alone.
 */
public final class MetricsEncoder implements AutoCloseable {
  private static final int GAUGE_POINT_FIXED_BYTES = 2 * BackwardWriter.FIXED64_BYTES;
  private static final int SUM_POINT_FIXED_BYTES = 3 * BackwardWriter.FIXED64_BYTES;

  private final NodeContext node;
  private final ConstantMemory constants;
  private final RequestWriter request;
  private final BackwardWriter out;

  /** In the order of {@link Window#sets()}, which only grows. */
  private final List<SetTemplate> sets = new ArrayList<>();

  private long windowStart;
  private long time;
  private long pointsTooLarge;

  /**
   * @param frames where frames to write come from
   * @param maxRequestBytes no request is larger
   */
  public MetricsEncoder(
      NodeContext node, Attributes resource, FramePool frames, long maxRequestBytes) {
    this.node = node;
    this.constants = new ConstantMemory(node);
    ConstantMessage encodedResource =
        new ConstantMessage()
            .message(
                OtlpFields.RESOURCE_METRICS_RESOURCE,
                ConstantMessage.attributes(OtlpFields.RESOURCE_ATTRIBUTES, resource));
    this.request =
        new RequestWriter(
            frames, maxRequestBytes, constants.put(encodedResource), encodedResource.size());
    this.out = request.out;
  }

  /**
   * Encodes everything present in the window.
   *
   * @param into receives the finished frames; if this throws, it is as before
   * @return points left out because not even a request of their own could hold them
   */
  public long encode(Window window, List<Frame> into) {
    int before = into.size();
    try {
      templatesOf(window);
      windowStart = window.startUnixNanos();
      time = window.endUnixNanos();
      pointsTooLarge = 0;
      request.begin(into);
      for (int i = window.sets().size() - 1; i >= 0; i--) {
        encodeSet(window.sets().get(i), sets.get(i));
      }
      request.end();
      return pointsTooLarge;
    } catch (RuntimeException | Error failure) {
      request.abandon();
      while (into.size() > before) {
        into.removeLast().release();
      }
      throw failure;
    }
  }

  @Override
  public void close() {
    sets.forEach(SetTemplate::close);
    sets.clear();
    constants.close();
  }

  private void templatesOf(Window window) {
    for (int i = sets.size(); i < window.sets().size(); i++) {
      sets.add(new SetTemplate(node, constants, window.sets().get(i)));
    }
  }

  private void encodeSet(SetWindow set, SetTemplate template) {
    request.openSet(template);
    for (int i = set.columnCount() - 1; i >= 0; i--) {
      Column column = set.column(i);
      int first = column.nextPresent(0);
      if (first >= 0) {
        request.openMetric(template.metric(i));
        switch (column.instrument().kind()) {
          case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER ->
              encodeSums(column, first, set.series(), template.numberAttributes);
          case GAUGE -> encodeGauges(column, first, template.numberAttributes);
          case MMSC -> encodeMmscs(column, first, set.series(), template.histogramAttributes);
          case EXPONENTIAL_HISTOGRAM, EXPLICIT_HISTOGRAM -> {}
        }
        request.closeMetric();
      }
    }
    request.closeSet();
  }

  private void encodeSums(Column column, int first, SeriesTable table, SeriesTemplates attributes) {
    byte valueTag = valueTag(column.instrument());
    boolean delta = column.temporality() == Temporality.DELTA;
    for (int series = first; series >= 0; series = column.nextPresent(series + 1)) {
      long entry = attributes.entry(series);
      int attributeBytes = SeriesTemplates.bytes(entry);
      int bytes = SUM_POINT_FIXED_BYTES + attributeBytes;
      if (admit(bytes)) {
        out.copy(SeriesTemplates.address(entry), attributeBytes);
        out.fixed64(valueTag, column.valueBits(series));
        out.fixed64(OtlpFields.POINT_TIME, time);
        out.fixed64(OtlpFields.POINT_START, delta ? windowStart : startOf(table, series));
        out.enclose(OtlpFields.DATA_POINTS, bytes);
      }
    }
  }

  /** A gauge's start is optional and ignored by receivers; it is left out. */
  private void encodeGauges(Column column, int first, SeriesTemplates attributes) {
    byte valueTag = valueTag(column.instrument());
    for (int series = first; series >= 0; series = column.nextPresent(series + 1)) {
      long entry = attributes.entry(series);
      int attributeBytes = SeriesTemplates.bytes(entry);
      int bytes = GAUGE_POINT_FIXED_BYTES + attributeBytes;
      if (admit(bytes)) {
        out.copy(SeriesTemplates.address(entry), attributeBytes);
        out.fixed64(valueTag, column.valueBits(series));
        out.fixed64(OtlpFields.POINT_TIME, time);
        out.enclose(OtlpFields.DATA_POINTS, bytes);
      }
    }
  }

  /**
   * A histogram without buckets. Its sum is left out while the minimum is negative, for receivers
   * take a histogram's sum for monotonic.
   */
  private void encodeMmscs(
      Column column, int first, SeriesTable table, SeriesTemplates attributes) {
    boolean delta = column.temporality() == Temporality.DELTA;
    for (int series = first; series >= 0; series = column.nextPresent(series + 1)) {
      long count = column.count(series);
      boolean hasExtremes = count != 0;
      boolean hasSum = !(hasExtremes && column.min(series) < 0);
      long entry = attributes.entry(series);
      int attributeBytes = SeriesTemplates.bytes(entry);
      int fields = 3 + (hasSum ? 1 : 0) + (hasExtremes ? 2 : 0);
      int bytes = fields * BackwardWriter.FIXED64_BYTES + attributeBytes;
      if (admit(bytes)) {
        if (hasExtremes) {
          out.fixed64(OtlpFields.HISTOGRAM_POINT_MAX, column.max(series));
          out.fixed64(OtlpFields.HISTOGRAM_POINT_MIN, column.min(series));
        }
        out.copy(SeriesTemplates.address(entry), attributeBytes);
        if (hasSum) {
          out.fixed64(OtlpFields.HISTOGRAM_POINT_SUM, column.sum(series));
        }
        out.fixed64(OtlpFields.HISTOGRAM_POINT_COUNT, count);
        out.fixed64(OtlpFields.POINT_TIME, time);
        out.fixed64(OtlpFields.POINT_START, delta ? windowStart : startOf(table, series));
        out.enclose(OtlpFields.DATA_POINTS, bytes);
      }
    }
  }

  private boolean admit(int pointBytes) {
    if (request.admit(1 + Varint.bytes(pointBytes) + pointBytes)) {
      return true;
    }
    pointsTooLarge++;
    return false;
  }

  /** A series may have begun, by another thread's clock reading, after this interval's end. */
  private long startOf(SeriesTable table, int series) {
    return Math.min(table.startUnixNanos(series), time);
  }

  private static byte valueTag(InstrumentDescriptor instrument) {
    return instrument.valueType() == ValueType.LONG
        ? OtlpFields.NUMBER_POINT_AS_INT
        : OtlpFields.NUMBER_POINT_AS_DOUBLE;
  }
}
