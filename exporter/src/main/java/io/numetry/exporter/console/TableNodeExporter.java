package io.numetry.exporter.console;

import io.numetry.export.NodeExporter;
import io.numetry.snapshot.WindowPoints;
import io.numetry.window.Window;

/**
 * A node's part of tables: takes the window's points as objects.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class TableNodeExporter implements NodeExporter {
  private final int node;
  private final ConsolePrinter printer;

  TableNodeExporter(int node, ConsolePrinter printer) {
    this.node = node;
    this.printer = printer;
    printer.nodeOpened();
  }

  @Override
  public boolean ready() {
    return printer.isFree(node);
  }

  @Override
  public void export(Window window) {
    printer.submit(Collected.ofPoints(node, WindowPoints.of(node, window)));
  }

  @Override
  public void close() {
    printer.nodeClosed();
  }
}
