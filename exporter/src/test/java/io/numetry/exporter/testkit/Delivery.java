package io.numetry.exporter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeExporter;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.config.RetryOptions;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An exporter at work: the test's thread is its one node's aggregator. */
public final class Delivery implements AutoCloseable {
  public static final Attributes RESOURCE = Attributes.of("service.name", "delivery");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What the exporter tells of itself. */
  public final SelfReader self = new SelfReader();

  private final Telemetry telemetry =
      Telemetry.builder()
          .interval(Duration.ofHours(1))
          .bankHalfBytes(1 << 20)
          .exporter(self.reader)
          .start();
  public final OtlpMetricExporter exporter;
  public final NodeExporter node;
  public final TestMetrics metrics = TestMetrics.delta();
  private final TestMetrics.TestSet set =
      metrics.add(
          MetricSetDescriptor.builder("delivery", "")
              .instrument(InstrumentKind.COUNTER, ValueType.LONG, "delivered", "", "")
              .build());
  private int names;

  public Delivery(OtlpMetricExporter exporter) {
    this.exporter = exporter;
    exporter.start(
        new ExporterContext() {
          @Override
          public Attributes resource() {
            return RESOURCE;
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
            throw new UnsupportedOperationException("the test's thread collects");
          }
        });
    node = exporter.openNode(new TestNode());
  }

  /** Options for tests: hardly any waits. */
  public static OtlpMetricExporter.Builder quick(String url) {
    return OtlpMetricExporter.builder()
        .endpoint(url)
        .retry(new RetryOptions(Duration.ofMillis(2), 1.5, Duration.ofMillis(10)));
  }

  /** Records so many points. */
  public Delivery record(int points) {
    for (int i = 0; i < points; i++) {
      set.record(0, set.series(Attributes.of("name", "series " + names++)), 1L);
    }
    return this;
  }

  /** Collects what was recorded, as an aggregator does. */
  public Delivery export() {
    assertThat(node.ready()).as("ready to collect").isTrue();
    node.export(metrics.window());
    metrics.nextInterval();
    return this;
  }

  /** Whether all that another process left, or this one, is delivered. */
  public boolean isSpoolEmpty() {
    return exporter.spoolStatistics().orElseThrow().records() == 0;
  }

  public void flush() {
    assertThat(exporter.flush(PATIENCE.toNanos())).as("flushed: %s", this).isTrue();
  }

  /** Waits for what another thread does; the outcome never depends on how long that takes. */
  public void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s", this).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  @Override
  public void close() {
    node.close();
    exporter.close();
    telemetry.close();
    metrics.close();
  }

  @Override
  public String toString() {
    return exporter.statistics().toString();
  }
}
