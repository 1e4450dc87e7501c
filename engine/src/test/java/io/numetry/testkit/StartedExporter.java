package io.numetry.testkit;

import io.numetry.core.TelemetryCore;
import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import io.numetry.window.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a thread and a core of its own, and tells what is done with it. */
public final class StartedExporter implements MetricExporter {
  private final String name;
  private final List<String> order;
  private final boolean refuses;
  private final OwnerThread thread;
  private volatile @Nullable TelemetryCore core;

  /**
   * @param order told of each step
   */
  public StartedExporter(String name, List<String> order) {
    this(name, order, false);
  }

  private StartedExporter(String name, List<String> order, boolean refuses) {
    this.name = name;
    this.order = order;
    this.refuses = refuses;
    this.thread = new OwnerThread(name);
  }

  /** One that cannot be started. */
  public static StartedExporter refusing(String name, List<String> order) {
    return new StartedExporter(name, order, true);
  }

  /** Its own core, once it has been started. */
  public TelemetryCore core() {
    TelemetryCore opened = core;
    if (opened == null) {
      throw new IllegalStateException(name + ": was not started");
    }
    return opened;
  }

  @Override
  public Temporality temporality(InstrumentKind kind) {
    return Temporality.CUMULATIVE;
  }

  @Override
  public void start(ExporterContext context) {
    if (refuses) {
      throw new IllegalStateException(name + ": told to refuse");
    }
    core =
        thread.call(
            () -> {
              TelemetryCore opened = context.openCore(name);
              opened.idle();
              return opened;
            });
    order.add(name + " started");
  }

  @Override
  public NodeExporter openNode(NodeContext node) {
    order.add(name + " opened");
    return new NodeExporter() {
      @Override
      public boolean ready() {
        return true;
      }

      @Override
      public void export(Window window) {}

      @Override
      public void close() {}
    };
  }

  @Override
  public boolean flush(long timeoutNanos) {
    return true;
  }

  @Override
  public void close() {
    TelemetryCore opened = core;
    if (opened != null) {
      thread.call(
          () -> {
            opened.close();
            return opened;
          });
    }
    thread.close();
    order.add(name + " closed");
  }
}
