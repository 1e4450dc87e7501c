package io.numetry.aggregate;

import io.numetry.export.NodeExporter;
import io.numetry.window.Window;
import java.util.List;

/**
 * One exporter's view of a node: its window, and what takes it.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class NodeReader {
  private static final System.Logger LOG = System.getLogger(NodeReader.class.getName());

  private final Window window;
  private final NodeExporter exporter;
  private boolean failing;

  NodeReader(Window window, NodeExporter exporter) {
    this.window = window;
    this.exporter = exporter;
  }

  Window window() {
    return window;
  }

  /**
   * Exports the window if the exporter can take it now. If it cannot, or fails, the values stay and
   * go on accumulating.
   *
   * @return true if the window was taken
   */
  boolean tryExport(long nowUnixNanos, List<Window> windows) {
    if (!exporter.ready()) {
      return false;
    }
    window.end(nowUnixNanos);
    try {
      exporter.export(window);
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
    window.startAnew(windows);
    return true;
  }

  void close() {
    exporter.close();
  }
}
