package io.numetry.exporter.differential;

import io.numetry.exporter.config.TemporalityPreference;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.Base2ExponentialHistogramOptions;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** OpenTelemetry Java's SDK, from its meter to its own OTLP encoding. */
final class Reference implements AutoCloseable {
  /** Instruments whose schema asks for exponential buckets. */
  private static final Map<String, Aggregation> EXPONENTIAL =
      Map.of(
          "gateway.size",
          Aggregation.base2ExponentialBucketHistogram(),
          "gateway.time",
          Aggregation.base2ExponentialBucketHistogram(),
          "gateway.coarse",
          Aggregation.base2ExponentialBucketHistogram(
              Base2ExponentialHistogramOptions.builder().setMaxBuckets(10).setMaxScale(3).build()));

  /** It warns of each value that it drops. */
  private static final Logger LOG = Logger.getLogger("io.opentelemetry");

  static {
    LOG.setLevel(Level.OFF);
  }

  private final OnDemandReader reader;
  private final SdkMeterProvider provider;

  private Reference(OnDemandReader reader, SdkMeterProvider provider) {
    this.reader = reader;
    this.provider = provider;
  }

  static Reference of(TemporalityPreference preference) {
    return of(
        preference,
        builder ->
            EXPONENTIAL.forEach(
                (name, aggregation) ->
                    builder.registerView(
                        InstrumentSelector.builder().setName(name).build(),
                        View.builder().setAggregation(aggregation).build())));
  }

  static Reference of(TemporalityPreference preference, Consumer<SdkMeterProviderBuilder> views) {
    var reader = new OnDemandReader(selector(preference));
    SdkMeterProviderBuilder builder = SdkMeterProvider.builder().registerMetricReader(reader);
    views.accept(builder);
    return new Reference(reader, builder.build());
  }

  Meter meter() {
    return provider.get("gateway");
  }

  ExportMetricsServiceRequest collect() {
    var bytes = new ByteArrayOutputStream();
    try {
      MetricsRequestMarshaler.create(reader.registration.collectAllMetrics()).writeBinaryTo(bytes);
      return ExportMetricsServiceRequest.parseFrom(bytes.toByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  List<ExportMetricsServiceRequest> collectAll() {
    return List.of(collect());
  }

  @Override
  public void close() {
    provider.close();
  }

  private static AggregationTemporalitySelector selector(TemporalityPreference preference) {
    return switch (preference) {
      case CUMULATIVE -> AggregationTemporalitySelector.alwaysCumulative();
      case DELTA -> AggregationTemporalitySelector.deltaPreferred();
      case LOW_MEMORY -> AggregationTemporalitySelector.lowMemory();
    };
  }

  /** Collects when asked. */
  private static final class OnDemandReader implements MetricReader {
    private final AggregationTemporalitySelector temporality;
    CollectionRegistration registration = CollectionRegistration.noop();

    OnDemandReader(AggregationTemporalitySelector temporality) {
      this.temporality = temporality;
    }

    @Override
    public void register(CollectionRegistration given) {
      registration = given;
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
      return temporality.getAggregationTemporality(type);
    }

    @Override
    public CompletableResultCode forceFlush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
