package io.numetry.exporter.testkit;

import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.otlp.MetricsEncoder;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import io.numetry.window.Window;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes windows as the product does, and keeps the requests. */
public final class WireExporter implements MetricExporter {
  private final TemporalityPreference preference;
  private final boolean onDemand;
  private final long maxRequestBytes;
  private final List<List<ExportMetricsServiceRequest>> exports = new ArrayList<>();
  private volatile @Nullable ExporterContext context;
  private @Nullable AssertionError failure;

  /**
   * @param onDemand true if it exports when {@link #collect} is called, and not otherwise
   */
  public WireExporter(TemporalityPreference preference, boolean onDemand, long maxRequestBytes) {
    this.preference = preference;
    this.onDemand = onDemand;
    this.maxRequestBytes = maxRequestBytes;
  }

  public TemporalityPreference preference() {
    return preference;
  }

  /** Collects now for this exporter alone; false if the time ran out. */
  public boolean collect(Duration timeout) {
    ExporterContext running = context;
    if (running == null) {
      throw new IllegalStateException("the exporter is not in use");
    }
    return running.collect(this, timeout);
  }

  /** The exports since the last call, each a list of requests. */
  public synchronized List<List<ExportMetricsServiceRequest>> takeExports() {
    if (failure != null) {
      throw failure;
    }
    List<List<ExportMetricsServiceRequest>> taken = List.copyOf(exports);
    exports.clear();
    return taken;
  }

  private synchronized void add(List<ExportMetricsServiceRequest> requests) {
    exports.add(requests);
  }

  /** A failed assertion is the test's, and must not end the aggregator. */
  private synchronized void fail(AssertionError e) {
    failure = e;
  }

  @Override
  public boolean isOnDemand() {
    return onDemand;
  }

  @Override
  public Temporality temporality(InstrumentKind kind) {
    return preference.temporality(kind);
  }

  @Override
  public void start(ExporterContext exporterContext) {
    context = exporterContext;
  }

  @Override
  public NodeExporter openNode(NodeContext node) {
    ExporterContext running = context;
    if (running == null) {
      throw new IllegalStateException("the exporter is not started");
    }
    var frames = new FramePool(node, frame -> {}, maxRequestBytes);
    var encoder = new MetricsEncoder(node, running.resource(), frames, maxRequestBytes);
    return new Part(frames, encoder);
  }

  @Override
  public boolean flush(long timeoutNanos) {
    return true;
  }

  @Override
  public void close() {}

  /** What it does on a node. */
  private final class Part implements NodeExporter {
    private final FramePool frames;
    private final MetricsEncoder encoder;

    Part(FramePool frames, MetricsEncoder encoder) {
      this.frames = frames;
      this.encoder = encoder;
    }

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public void export(Window window) {
      try {
        add(encode(window));
      } catch (AssertionError e) {
        fail(e);
      }
    }

    private List<ExportMetricsServiceRequest> encode(Window window) {
      List<Frame> finished = new ArrayList<>();
      long tooLarge = encoder.encode(window, finished);
      List<ExportMetricsServiceRequest> requests = new ArrayList<>();
      for (Frame frame : finished) {
        if (frame.byteSize() > maxRequestBytes) {
          throw new AssertionError("request of " + frame.byteSize() + " bytes");
        }
        requests.add(Frames.parse(frame));
        frame.release();
      }
      if (tooLarge > 0) {
        throw new AssertionError(tooLarge + " points were left out");
      }
      return requests;
    }

    @Override
    public void close() {
      encoder.close();
      frames.close();
    }
  }
}
