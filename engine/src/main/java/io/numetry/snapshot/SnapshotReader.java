package io.numetry.snapshot;

import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import io.numetry.window.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads all metrics when asked, in the process itself. It has windows of its own: reading takes
 * nothing from an exporter, and an exporter nothing from it.
 *
 * <pre>{@code
 * var reader = SnapshotReader.cumulative();
 * Telemetry telemetry = Telemetry.builder().exporter(reader).start();
 * ...
 * reader.read(Duration.ofSeconds(1)).of("gateway.receiver.messages");
 * }</pre>
 *
 * <p>Threads: any but an aggregator's. Reading allocates; recording does not notice it.
 */
public final class SnapshotReader implements MetricExporter {
  private final Temporality temporality;
  private final Map<Integer, List<MetricPoint>> pointsByNode = new ConcurrentSkipListMap<>();
  private volatile @Nullable ExporterContext context;

  private SnapshotReader(Temporality temporality) {
    this.temporality = temporality;
  }

  /** Each snapshot tells everything since the start. */
  public static SnapshotReader cumulative() {
    return new SnapshotReader(Temporality.CUMULATIVE);
  }

  /** Each snapshot tells what happened since the one before; up-down counters tell their value. */
  public static SnapshotReader delta() {
    return new SnapshotReader(Temporality.DELTA);
  }

  /**
   * Collects now and tells what there is. A core's values count when its owner has polled, is idle,
   * or has closed it.
   *
   * @throws IllegalStateException if the reader was not given to a telemetry that is running
   */
  public MetricSnapshot read(Duration timeout) {
    ExporterContext running = context;
    if (running == null) {
      throw new IllegalStateException(
          "snapshot reader: is not in use; give it to TelemetryBuilder.exporter and start telemetry");
    }
    boolean complete = running.collect(this, timeout);
    List<MetricPoint> all = new ArrayList<>();
    pointsByNode.values().forEach(all::addAll);
    return new MetricSnapshot(all, complete);
  }

  @Override
  public boolean isOnDemand() {
    return true;
  }

  @Override
  public Temporality temporality(InstrumentKind kind) {
    return switch (kind) {
      case UP_DOWN_COUNTER, OBSERVE_UP_DOWN_COUNTER -> Temporality.CUMULATIVE;
      case COUNTER, OBSERVE_COUNTER, GAUGE, MMSC, EXPONENTIAL_HISTOGRAM, EXPLICIT_HISTOGRAM ->
          temporality;
    };
  }

  @Override
  public void start(ExporterContext exporterContext) {
    context = exporterContext;
  }

  @Override
  public NodeExporter openNode(NodeContext node) {
    return new Part(node.node());
  }

  @Override
  public boolean flush(long timeoutNanos) {
    return true;
  }

  @Override
  public void close() {
    context = null;
  }

  /** What it does on a node. */
  private final class Part implements NodeExporter {
    private final int node;

    Part(int node) {
      this.node = node;
    }

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public void export(Window window) {
      pointsByNode.put(node, WindowPoints.of(node, window));
    }

    @Override
    public void close() {}
  }
}
