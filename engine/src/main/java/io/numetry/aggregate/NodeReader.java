package io.numetry.aggregate;

import io.numetry.export.MetricExporter;
import io.numetry.export.NodeExporter;
import io.numetry.window.Window;
import org.jspecify.annotations.Nullable;

/**
 * One exporter's view of a node: its window, and what takes it.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class NodeReader {
  private static final System.Logger LOG = System.getLogger(NodeReader.class.getName());

  private final Window window;
  private final @Nullable MetricExporter exporter;
  private final NodeExporter part;
  private boolean failing;

  /**
   * @param exporter whose part on this node it is; null for the relay to the root
   */
  NodeReader(Window window, @Nullable MetricExporter exporter, NodeExporter part) {
    this.window = window;
    this.exporter = exporter;
    this.part = part;
  }

  boolean isOf(MetricExporter other) {
    return exporter == other || exporter == null;
  }

  /** True if its window is exported only when somebody asks for it. */
  boolean isOnDemand() {
    return exporter != null && exporter.isOnDemand();
  }

  /**
   * Exports the window if the exporter can take it now. If it cannot, or fails, the values stay and
   * go on accumulating.
   *
   * @return true if the window was taken
   */
  boolean tryExport(long nowUnixNanos) {
    if (!part.ready()) {
      return false;
    }
    window.end(nowUnixNanos);
    try {
      part.export(window);
    } catch (RuntimeException e) {
      if (!failing) {
        failing = true;
        LOG.log(
            System.Logger.Level.ERROR,
            "export of node metrics failed; values are kept and tried again",
            e);
      }
      return false;
    }
    failing = false;
    window.startAnew();
    return true;
  }

  void close() {
    part.close();
  }
}
