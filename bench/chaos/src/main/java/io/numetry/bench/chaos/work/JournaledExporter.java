package io.numetry.bench.chaos.work;

import io.numetry.bench.chaos.journal.JournalWriter;
import io.numetry.bench.chaos.point.WirePoint;
import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.health.ExporterHealth;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.WindowPoints;
import io.numetry.window.Window;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An exporter that writes down what it hands over to the one that delivers: before, point by point,
 * and after, that it was taken. What is between the two when the process is killed may have been
 * handed over or not.
 */
final class JournaledExporter implements MetricExporter {
  private final int number;
  private final MetricExporter delivering;
  private final JournalWriter journal;
  private final AtomicLong collectionsTaken = new AtomicLong();

  JournaledExporter(int number, MetricExporter delivering, JournalWriter journal) {
    this.number = number;
    this.delivering = delivering;
    this.journal = journal;
  }

  /**
   * Asks for what was taken so far to be delivered or put on disk, and writes down that it was, if
   * it was.
   */
  boolean makeSafe(long timeoutNanos) {
    long before = collectionsTaken.get();
    boolean safe = delivering.flush(timeoutNanos);
    if (safe) {
      journal.safe(number, before);
    }
    return safe;
  }

  /** The count goes up in the journal's order, whichever node comes first. */
  private synchronized void taken(long timeUnixNanos) {
    collectionsTaken.incrementAndGet();
    journal.taken(number, timeUnixNanos);
  }

  @Override
  public Temporality temporality(InstrumentKind kind) {
    return delivering.temporality(kind);
  }

  @Override
  public void start(ExporterContext context) {
    delivering.start(context);
  }

  @Override
  public NodeExporter openNode(NodeContext node) {
    return new Part(node.node(), delivering.openNode(node));
  }

  @Override
  public boolean flush(long timeoutNanos) {
    return delivering.flush(timeoutNanos);
  }

  @Override
  public Optional<ExporterHealth> health() {
    return delivering.health();
  }

  @Override
  public void close() {
    delivering.close();
  }

  @Override
  public String toString() {
    return delivering.toString();
  }

  /** What it does on a node. */
  private final class Part implements NodeExporter {
    private final int node;
    private final NodeExporter part;

    Part(int node, NodeExporter part) {
      this.node = node;
      this.part = part;
    }

    @Override
    public boolean ready() {
      return part.ready();
    }

    @Override
    public void export(Window window) {
      List<MetricPoint> points = WindowPoints.of(node, window);
      List<WirePoint> written =
          points.stream()
              .map(point -> RecordedPoint.of(journal.series(RecordedPoint.name(point)), point))
              .toList();
      if (!written.isEmpty()) {
        journal.collection(number, window.endUnixNanos(), written);
      }
      part.export(window);
      if (!written.isEmpty()) {
        taken(window.endUnixNanos());
      }
    }

    @Override
    public void close() {
      part.close();
    }
  }
}
