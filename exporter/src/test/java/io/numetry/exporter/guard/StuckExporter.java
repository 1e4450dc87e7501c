package io.numetry.exporter.guard;

import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import io.numetry.window.Window;
import java.util.concurrent.locks.LockSupport;

/** Never comes back from a flush, as if on a disk that does not answer. */
final class StuckExporter implements MetricExporter {

  @Override
  public Temporality temporality(InstrumentKind kind) {
    return Temporality.CUMULATIVE;
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
      public void export(Window window) {}

      @Override
      public void close() {}
    };
  }

  @Override
  public boolean flush(long timeoutNanos) {
    while (true) {
      LockSupport.park();
    }
  }

  @Override
  public void close() {}
}
