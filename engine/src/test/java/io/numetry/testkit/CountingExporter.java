package io.numetry.testkit;

import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import io.numetry.window.Column;
import io.numetry.window.SetWindow;
import io.numetry.window.Window;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Reads every point, keeps none, and allocates nothing. */
public final class CountingExporter implements MetricExporter {
  private final Temporality temporality;
  private final AtomicInteger exports = new AtomicInteger();
  private final AtomicLong points = new AtomicLong();

  public CountingExporter(Temporality temporality) {
    this.temporality = temporality;
  }

  public int exports() {
    return exports.get();
  }

  public long points() {
    return points.get();
  }

  @Override
  public Temporality temporality(InstrumentKind kind) {
    return temporality;
  }

  @Override
  public void start(ExporterContext context) {}

  @Override
  public NodeExporter openNode(NodeContext node) {
    return new NodeExporter() {
      @Override
      public boolean ready() {
        return true;
      }

      @Override
      public void export(Window window) {
        points.addAndGet(countPoints(window));
        exports.incrementAndGet();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public boolean flush(long timeoutNanos) {
    return true;
  }

  @Override
  public void close() {}

  private static int countPoints(Window window) {
    int found = 0;
    for (int i = 0; i < window.sets().size(); i++) {
      SetWindow set = window.sets().get(i);
      for (int j = 0; j < set.columnCount(); j++) {
        Column column = set.column(j);
        for (int s = column.nextPresent(0); s >= 0; s = column.nextPresent(s + 1)) {
          found++;
        }
      }
    }
    return found;
  }
}
