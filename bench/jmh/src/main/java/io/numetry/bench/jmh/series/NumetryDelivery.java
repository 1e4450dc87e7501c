package io.numetry.bench.jmh.series;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeExporter;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.window.Window;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The OTLP exporter at work; the calling thread is its node's aggregator. */
public final class NumetryDelivery implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Shorter than what the sender has to do then; looking more often takes a CPU from it. */
  private static final long WAIT_NANOS = 500_000;

  /** So many that the sender has work while the aggregator's thread sleeps. */
  private static final int MAX_COLLECTIONS = 16;

  /** Opens the core of the exporter's own metrics; collects nothing while a bench runs. */
  private final Telemetry telemetry = Telemetry.builder().interval(Duration.ofHours(1)).start();

  private final OtlpMetricExporter exporter;
  private final NodeExporter node;

  public NumetryDelivery(String endpoint) {
    exporter =
        OtlpMetricExporter.builder().endpoint(endpoint).maxCollections(MAX_COLLECTIONS).build();
    exporter.start(new Context());
    node = exporter.openNode(new HostNode());
  }

  /**
   * Waits until the exporter is ready for a collection, as an aggregator does, and hands it over.
   */
  public void export(Window window) {
    while (!node.ready()) {
      LockSupport.parkNanos(WAIT_NANOS);
    }
    node.export(window);
  }

  /** Waits until all is accepted by the receiver. */
  public void flush() {
    if (!exporter.flush(PATIENCE_NANOS)) {
      throw new IllegalStateException("not delivered: " + exporter.statistics());
    }
  }

  public long acceptedPoints() {
    return exporter.statistics().acceptedPoints();
  }

  @Override
  public void close() {
    node.close();
    exporter.close();
    telemetry.close();
  }

  private final class Context implements ExporterContext {
    @Override
    public Attributes resource() {
      return NumetrySeries.RESOURCE;
    }

    @Override
    public TelemetryCore openCore(String name) {
      return telemetry.openCore(CoreOptions.floating().named(name));
    }

    @Override
    public int numberComponent(String type) {
      return 0;
    }

    @Override
    public boolean collect(MetricExporter collected, Duration timeout) {
      throw new UnsupportedOperationException("the bench's thread collects");
    }
  }
}
