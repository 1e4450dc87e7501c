package io.numetry.bench.jmh.record;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.registry.otlp.HistogramFlavor;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersManager;
import org.jspecify.annotations.Nullable;

/**
 * The other peers' instruments, looked up once, as their documentation has it for hot paths:
 * Micrometer's registry for OTLP, Prometheus's client with label values resolved and nothing that
 * is not asked for, Agrona's counters.
 */
final class OtherMeters {
  private static final int AGRONA_COUNTERS = 64;
  private static final String HOST = "host-1";

  final LongAdder longAdder = new LongAdder();
  final AtomicLong atomicLong = new AtomicLong();
  final io.micrometer.core.instrument.Counter micrometerCounter;
  final DistributionSummary micrometerExponential;
  final DistributionSummary micrometerExplicit;
  final CounterDataPoint prometheusCounter;
  final GaugeDataPoint prometheusGauge;
  final DistributionDataPoint prometheusNative;
  final DistributionDataPoint prometheusClassic;
  final AtomicCounter agronaCounter = agronaCounter();

  OtherMeters() {
    OtlpMeterRegistry exponential = registry(HistogramFlavor.BASE2_EXPONENTIAL_BUCKET_HISTOGRAM);
    OtlpMeterRegistry explicit = registry(HistogramFlavor.EXPLICIT_BUCKET_HISTOGRAM);
    micrometerCounter = exponential.counter("bench.record.requests", "server.address", HOST);
    micrometerExponential =
        DistributionSummary.builder("bench.record.latency")
            .tags("server.address", HOST)
            .publishPercentileHistogram()
            .register(exponential);
    double[] boundaries = RecordedValues.boundaries();
    boundaries[0] = Double.MIN_VALUE; // it takes none that is not positive
    micrometerExplicit =
        DistributionSummary.builder("bench.record.delay")
            .tags("server.address", HOST)
            .serviceLevelObjectives(boundaries)
            .register(explicit);
    prometheusCounter =
        Counter.builder().name("requests_total").labelNames("host").build().labelValues(HOST);
    prometheusGauge = Gauge.builder().name("depth").labelNames("host").build().labelValues(HOST);
    prometheusNative =
        Histogram.builder()
            .name("latency")
            .labelNames("host")
            .nativeOnly()
            .withoutExemplars()
            .build()
            .labelValues(HOST);
    prometheusClassic =
        Histogram.builder()
            .name("delay")
            .labelNames("host")
            .classicOnly()
            .classicUpperBounds(RecordedValues.boundaries())
            .withoutExemplars()
            .build()
            .labelValues(HOST);
  }

  /** It publishes nothing: it is never started. */
  private static OtlpMeterRegistry registry(HistogramFlavor flavor) {
    OtlpConfig config =
        new OtlpConfig() {
          @Override
          public @Nullable String get(String key) {
            return null;
          }

          @Override
          public boolean enabled() {
            return false;
          }

          @Override
          public HistogramFlavor histogramFlavor() {
            return flavor;
          }
        };
    return new OtlpMeterRegistry(config, Clock.SYSTEM);
  }

  static AtomicCounter agronaCounter() {
    var manager =
        new CountersManager(
            new UnsafeBuffer(
                ByteBuffer.allocateDirect(AGRONA_COUNTERS * CountersManager.METADATA_LENGTH)),
            new UnsafeBuffer(
                ByteBuffer.allocateDirect(AGRONA_COUNTERS * CountersManager.COUNTER_LENGTH)));
    return manager.newCounter("requests");
  }
}
