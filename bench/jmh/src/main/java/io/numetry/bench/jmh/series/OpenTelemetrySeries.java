package io.numetry.bench.jmh.series;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.incubator.metrics.BoundLongCounter;
import io.opentelemetry.api.incubator.metrics.BoundLongHistogram;
import io.opentelemetry.api.incubator.metrics.ExtendedLongCounter;
import io.opentelemetry.api.incubator.metrics.ExtendedLongHistogram;
import io.opentelemetry.sdk.metrics.ExemplarFilter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Collection;

/**
 * The same series in OpenTelemetry Java's SDK, as it is fastest: bound instruments, exemplars off,
 * reusable data, no view.
 */
public final class OpenTelemetrySeries {
  private static final long TOUCHED_LATENCY = 20_001;

  private final OnDemandReader reader;
  private final BoundLongCounter[] counters;
  private final BoundLongHistogram[] histograms;

  public OpenTelemetrySeries(PointKind kind, int series, AggregationTemporality temporality) {
    reader = new OnDemandReader(temporality);
    @SuppressWarnings("resource") // as long as the bench
    SdkMeterProvider provider =
        SdkMeterProvider.builder()
            .setResource(
                Resource.create(
                    Attributes.builder().put("service.name", SeriesData.SERVICE).build()))
            .setExemplarFilter(ExemplarFilter.alwaysOff())
            // Its default is 2,000, the overflow among them.
            .registerMetricReader(reader, type -> series + 1)
            .build();
    boolean counts = kind == PointKind.NUMBER;
    counters = new BoundLongCounter[counts ? series : 0];
    histograms = new BoundLongHistogram[counts ? 0 : series];
    if (counts) {
      var counter =
          (ExtendedLongCounter)
              provider
                  .get(SeriesData.NUMBER_SET)
                  .counterBuilder(SeriesData.NUMBER_METRIC)
                  .setUnit(SeriesData.NUMBER_UNIT)
                  .setDescription(SeriesData.NUMBER_BRIEF)
                  .build();
      for (int i = 0; i < series; i++) {
        counters[i] = counter.bind(attributes(i));
        counters[i].add(SeriesData.count(i));
      }
    } else {
      var histogram =
          (ExtendedLongHistogram)
              provider
                  .get(SeriesData.HISTOGRAM_SET)
                  .histogramBuilder(SeriesData.HISTOGRAM_METRIC)
                  .setUnit(SeriesData.HISTOGRAM_UNIT)
                  .setDescription(SeriesData.HISTOGRAM_BRIEF)
                  .ofLongs()
                  .build();
      for (int i = 0; i < series; i++) {
        histograms[i] = histogram.bind(attributes(i));
        for (long nanos : SeriesData.latencies(i)) {
          histograms[i].record(nanos);
        }
      }
    }
  }

  public static Attributes attributes(int series) {
    String[] keys = SeriesData.keys();
    String[] values = SeriesData.values(series);
    AttributesBuilder attributes = Attributes.builder();
    for (int i = 0; i < keys.length; i++) {
      attributes.put(keys[i], values[i]);
    }
    return attributes.build();
  }

  /** Records once to each series. */
  public void touch() {
    for (BoundLongCounter counter : counters) {
      counter.add(1);
    }
    for (BoundLongHistogram histogram : histograms) {
      histogram.record(TOUCHED_LATENCY);
    }
  }

  /** Records to each histogram what it began with, once more. */
  public void recordValues(long[][] latencies) {
    for (int i = 0; i < histograms.length; i++) {
      for (long nanos : latencies[i]) {
        histograms[i].record(nanos);
      }
    }
  }

  /** Good until the next call: data is reused. */
  public Collection<MetricData> collect() {
    return reader.collect();
  }
}
