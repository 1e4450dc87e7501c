package io.numetry.examples.realworld;

import io.numetry.examples.reconcile.ExplicitBuckets;
import io.numetry.examples.reconcile.HistogramReading;
import io.numetry.examples.reconcile.MmscReading;
import io.numetry.examples.reconcile.NumberReading;
import io.numetry.examples.reconcile.Reading;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Prometheus makes of OTLP's names, by the specification's "Prometheus and OpenMetrics
 * Compatibility": dots become underscores, the unit and {@code _total} are appended, and a
 * histogram of explicit buckets is several series. An exponential one is a native histogram: its
 * count and sum are told as two samples here, as {@link Prometheus#query} does. Minimum and maximum
 * have no place there.
 */
public final class PrometheusNames {
  private final Map<String, String> unitSuffixes;

  /**
   * @param unitSuffixes by metric name on the wire, for metrics whose unit Prometheus spells out
   */
  public PrometheusNames(Map<String, String> unitSuffixes) {
    this.unitSuffixes = Map.copyOf(unitSuffixes);
  }

  /** The samples that these readings become. */
  public SortedMap<SeriesId, BigDecimal> samples(Map<SeriesId, Reading> readings) {
    var samples = new TreeMap<SeriesId, BigDecimal>();
    readings.forEach(
        (id, reading) -> {
          switch (reading) {
            case NumberReading number ->
                samples.put(translate(id, suffix(number.kind())), number.value());
            case MmscReading mmsc -> {
              summarize(id, mmsc, samples);
              samples.put(translate(id, "_bucket").with("le", "+Inf"), count(mmsc.count()));
            }
            case HistogramReading histogram -> {
              summarize(id, histogram.summary(), samples);
              if (histogram.buckets() instanceof ExplicitBuckets buckets) {
                cumulate(id, buckets, samples);
              }
            }
          }
        });
    return samples;
  }

  private void summarize(
      SeriesId id, MmscReading summary, SortedMap<SeriesId, BigDecimal> samples) {
    samples.put(translate(id, "_count"), count(summary.count()));
    samples.put(translate(id, "_sum"), summary.sum());
  }

  private void cumulate(
      SeriesId id, ExplicitBuckets buckets, SortedMap<SeriesId, BigDecimal> samples) {
    SeriesId series = translate(id, "_bucket");
    long below = 0;
    for (int i = 0; i < buckets.bounds().size(); i++) {
      below += buckets.counts().get(i);
      String bound = new BigDecimal(buckets.bounds().get(i)).stripTrailingZeros().toPlainString();
      samples.put(series.with("le", bound), count(below));
    }
    samples.put(series.with("le", "+Inf"), count(buckets.total()));
  }

  private static BigDecimal count(long count) {
    return BigDecimal.valueOf(count).stripTrailingZeros();
  }

  private SeriesId translate(SeriesId id, String suffix) {
    String unit = unitSuffixes.getOrDefault(id.metric(), "");
    var labels = new TreeMap<String, String>();
    id.attributes().forEach((key, value) -> labels.put(underscores(key), value));
    return new SeriesId(underscores(id.metric()) + unit + suffix, labels);
  }

  private static String suffix(InstrumentKind kind) {
    return kind == InstrumentKind.COUNTER ? "_total" : "";
  }

  private static String underscores(String name) {
    return name.replace('.', '_');
  }
}
