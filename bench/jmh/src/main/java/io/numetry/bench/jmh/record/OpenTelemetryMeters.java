package io.numetry.bench.jmh.record;

import io.numetry.bench.jmh.series.OnDemandReader;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.incubator.metrics.BoundDoubleHistogram;
import io.opentelemetry.api.incubator.metrics.BoundLongCounter;
import io.opentelemetry.api.incubator.metrics.BoundLongGauge;
import io.opentelemetry.api.incubator.metrics.BoundLongHistogram;
import io.opentelemetry.api.incubator.metrics.ExtendedDoubleHistogram;
import io.opentelemetry.api.incubator.metrics.ExtendedLongCounter;
import io.opentelemetry.api.incubator.metrics.ExtendedLongGauge;
import io.opentelemetry.api.incubator.metrics.ExtendedLongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.ExemplarFilter;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.util.Collection;

/** OpenTelemetry Java's instruments: exemplars off, reusable data, bound and not. */
final class OpenTelemetryMeters {
  private static final String DELAY = "bench.record.delay";

  final Attributes attributes = Attributes.builder().put("server.address", "host-1").build();
  final ExtendedLongCounter counter;
  final ExtendedLongGauge gauge;
  final ExtendedLongHistogram exponential;
  final ExtendedDoubleHistogram explicit;
  final BoundLongCounter boundCounter;
  final BoundLongGauge boundGauge;
  final BoundLongHistogram boundExponential;
  final BoundDoubleHistogram boundExplicit;
  private final OnDemandReader reader;

  OpenTelemetryMeters(AggregationTemporality temporality) {
    reader = new OnDemandReader(temporality);
    @SuppressWarnings("resource") // as long as the bench
    SdkMeterProvider provider =
        SdkMeterProvider.builder()
            .setExemplarFilter(ExemplarFilter.alwaysOff())
            .registerMetricReader(reader)
            .registerView(
                InstrumentSelector.builder().setName(DELAY).build(),
                // With the specification's boundaries; the reader's default is exponential.
                View.builder().setAggregation(Aggregation.explicitBucketHistogram()).build())
            .build();
    Meter meter = provider.get("bench.record");
    counter = (ExtendedLongCounter) meter.counterBuilder("bench.record.requests").build();
    gauge = (ExtendedLongGauge) meter.gaugeBuilder("bench.record.depth").ofLongs().build();
    exponential =
        (ExtendedLongHistogram) meter.histogramBuilder("bench.record.latency").ofLongs().build();
    explicit = (ExtendedDoubleHistogram) meter.histogramBuilder(DELAY).build();
    boundCounter = counter.bind(attributes);
    boundGauge = gauge.bind(attributes);
    boundExponential = exponential.bind(attributes);
    boundExplicit = explicit.bind(attributes);
  }

  /** Attributes of a series that only one thread records to. */
  Attributes ownAttributes() {
    return attributes.toBuilder().put("thread.name", Thread.currentThread().getName()).build();
  }

  Collection<MetricData> collect() {
    return reader.collect();
  }
}
