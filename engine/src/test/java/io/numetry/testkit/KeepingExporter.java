package io.numetry.testkit;

import io.numetry.attribute.Attributes;
import io.numetry.attribute.CombinationAttributes;
import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import io.numetry.window.Column;
import io.numetry.window.SetWindow;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps every point it is given, for a test to look at. */
public final class KeepingExporter implements MetricExporter {

  /** One exported point; the fields that its kind does not have are zero. */
  public record Point(
      int node,
      String set,
      String metric,
      Attributes attributes,
      long startUnixNanos,
      long timeUnixNanos,
      long bits,
      long count,
      double sum,
      double min,
      double max) {
    public double asDouble() {
      return Double.longBitsToDouble(bits);
    }
  }

  private final Temporality temporality;
  private final List<Point> points = new ArrayList<>();
  private final AtomicInteger exports = new AtomicInteger();
  private final AtomicInteger openNodes = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean ready = true;
  private volatile boolean failing;

  public KeepingExporter(Temporality temporality) {
    this.temporality = temporality;
  }

  /** While false, the exporter takes no window. */
  public void ready(boolean takesWindows) {
    ready = takesWindows;
  }

  /** While true, every export throws. */
  public void failing(boolean fails) {
    failing = fails;
  }

  public int exports() {
    return exports.get();
  }

  public int openNodes() {
    return openNodes.get();
  }

  public boolean isClosed() {
    return closed.get();
  }

  /** All points of a metric, in the order of export. */
  public synchronized List<Point> points(String metric) {
    return points.stream().filter(point -> point.metric().equals(metric)).toList();
  }

  /** The last point of a metric. */
  public Point last(String metric) {
    return points(metric).getLast();
  }

  /** Sum over all points of a metric of longs. */
  public long total(String metric) {
    return points(metric).stream().mapToLong(Point::bits).sum();
  }

  @Override
  public Temporality temporality(InstrumentKind kind) {
    return switch (kind) {
      case UP_DOWN_COUNTER, OBSERVE_UP_DOWN_COUNTER -> Temporality.CUMULATIVE;
      default -> temporality;
    };
  }

  @Override
  public void start(ExporterContext context) {}

  @Override
  public NodeExporter openNode(NodeContext node) {
    openNodes.incrementAndGet();
    return new NodeExporter() {
      @Override
      public boolean ready() {
        return ready;
      }

      @Override
      public void export(Window window) {
        if (failing) {
          throw new IllegalStateException("asked to fail");
        }
        keep(node.node(), window);
        exports.incrementAndGet();
      }

      @Override
      public void close() {
        openNodes.decrementAndGet();
      }
    };
  }

  @Override
  public boolean flush(long timeoutNanos) {
    return true;
  }

  @Override
  public void close() {
    closed.set(true);
  }

  private synchronized void keep(int node, Window window) {
    for (SetWindow set : window.sets()) {
      for (int i = 0; i < set.columnCount(); i++) {
        Column column = set.column(i);
        for (int s = column.nextPresent(0); s >= 0; s = column.nextPresent(s + 1)) {
          if (!set.hasStale() || !set.isStale(column.series(s), column)) {
            points.add(point(node, window, set, column, s));
          }
        }
      }
    }
  }

  private static Point point(int node, Window window, SetWindow set, Column column, int point) {
    int series = column.series(point);
    boolean mmsc = column.instrument().kind() == InstrumentKind.MMSC;
    return new Point(
        node,
        set.descriptor().name(),
        column.instrument().name(),
        attributes(set, column, point),
        column.temporality() == Temporality.DELTA
            ? window.startUnixNanos()
            : set.series().startUnixNanos(series),
        window.endUnixNanos(),
        mmsc ? 0 : column.valueBits(point),
        mmsc ? column.count(point) : 0,
        mmsc ? column.sum(point) : 0,
        mmsc ? column.min(point) : 0,
        mmsc ? column.max(point) : 0);
  }

  /** The series' attributes and those of the combination. */
  private static Attributes attributes(SetWindow set, Column column, int point) {
    Attributes dimensions =
        CombinationAttributes.of(column.instrument().dimensions(), point % column.combinations());
    return set.series().attributes(column.series(point)).with(dimensions);
  }
}
