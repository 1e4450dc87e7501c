package io.numetry.examples.realworld;

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
 * histogram is several series. Its minimum and maximum have no place there.
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
              BigDecimal count = BigDecimal.valueOf(mmsc.count()).stripTrailingZeros();
              samples.put(translate(id, "_count"), count);
              samples.put(translate(id, "_sum"), mmsc.sum());
              samples.put(translate(id, "_bucket").with("le", "+Inf"), count);
            }
          }
        });
    return samples;
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
