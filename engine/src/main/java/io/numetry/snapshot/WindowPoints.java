package io.numetry.snapshot;

import io.numetry.attribute.Attributes;
import io.numetry.attribute.CombinationAttributes;
import io.numetry.histogram.ExplicitCells;
import io.numetry.histogram.ExponentialCells;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;
import io.numetry.window.Column;
import io.numetry.window.SetWindow;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Makes objects of what is present in a window. Threads: the node's aggregator alone. */
public final class WindowPoints {
  private final int node;
  private final Window window;
  private final List<MetricPoint> points = new ArrayList<>();

  private WindowPoints(int node, Window window) {
    this.node = node;
    this.window = window;
  }

  /** All points of the window, in its order. */
  public static List<MetricPoint> of(int node, Window window) {
    var made = new WindowPoints(node, window);
    for (SetWindow set : window.sets()) {
      for (int i = 0; i < set.columnCount(); i++) {
        Column column = set.column(i);
        for (int p = column.nextPresent(0); p >= 0; p = column.nextPresent(p + 1)) {
          made.add(set, column, p);
        }
      }
    }
    return List.copyOf(made.points);
  }

  private void add(SetWindow set, Column column, int point) {
    int series = column.series(point);
    boolean ended = set.hasStale() && set.isStale(series, column);
    long start =
        column.temporality() == Temporality.DELTA
            ? window.startUnixNanos()
            : Math.min(set.series().startUnixNanos(series), window.endUnixNanos());
    points.add(
        new MetricPoint(
            node,
            set.descriptor().name(),
            column.instrument(),
            column.temporality(),
            attributes(set, column, point),
            start,
            window.endUnixNanos(),
            ended ? new PointValue.Ended() : value(column, point)));
  }

  private static Attributes attributes(SetWindow set, Column column, int point) {
    Attributes dimensions =
        CombinationAttributes.of(column.instrument().dimensions(), point % column.combinations());
    return set.series().attributes(column.series(point)).with(dimensions);
  }

  private static PointValue value(Column column, int point) {
    InstrumentDescriptor instrument = column.instrument();
    long cell = column.cell(point);
    ValueType type = instrument.valueType();
    return switch (instrument.kind()) {
      case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER, GAUGE ->
          type == ValueType.LONG
              ? new PointValue.LongValue(column.valueBits(point))
              : new PointValue.DoubleValue(Double.longBitsToDouble(column.valueBits(point)));
      case MMSC ->
          new PointValue.Summary(
              column.count(point), column.sum(point), column.min(point), column.max(point));
      case EXPONENTIAL_HISTOGRAM ->
          exponential(cell, (ExponentialLayout) instrument.layout(), type);
      case EXPLICIT_HISTOGRAM -> explicit(cell, (ExplicitLayout) instrument.layout(), type);
    };
  }

  private static PointValue exponential(long cell, ExponentialLayout layout, ValueType type) {
    return new PointValue.ExponentialBuckets(
        new PointValue.Summary(
            ExponentialCells.count(cell, layout),
            ExponentialCells.sum(cell, type),
            ExponentialCells.min(cell, type),
            ExponentialCells.max(cell, type)),
        ExponentialCells.scale(cell, layout),
        ExponentialCells.zeroCount(cell),
        ExponentialCells.positiveOffset(cell),
        counts(
            ExponentialCells.positiveBuckets(cell),
            k -> ExponentialCells.positiveCount(cell, layout, k)),
        ExponentialCells.negativeOffset(cell),
        counts(
            ExponentialCells.negativeBuckets(cell),
            k -> ExponentialCells.negativeCount(cell, layout, k)));
  }

  private static PointValue explicit(long cell, ExplicitLayout layout, ValueType type) {
    return new PointValue.Buckets(
        new PointValue.Summary(
            ExplicitCells.count(cell),
            ExplicitCells.sum(cell, type),
            ExplicitCells.min(cell, type),
            ExplicitCells.max(cell, type)),
        IntStream.range(0, layout.buckets() - 1).mapToObj(layout::boundary).toList(),
        counts(layout.buckets(), k -> ExplicitCells.bucketCount(cell, k)));
  }

  private static List<Long> counts(int buckets, IntToLongFunction count) {
    return IntStream.range(0, buckets).mapToObj(count::applyAsLong).toList();
  }
}
