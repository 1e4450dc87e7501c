package io.numetry;

import io.numetry.config.Environment;
import io.numetry.config.ExporterNames;
import io.numetry.export.MetricExporter;
import io.numetry.export.MetricExporterProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The exporters that the environment asks for by name, from what is on the class path. */
final class NamedExporters {
  private static final String PROMETHEUS = "prometheus";

  private final Environment environment;
  private final List<MetricExporterProvider> providers = new ArrayList<>();

  /**
   * Finds the exporters' providers.
   *
   * @throws IllegalArgumentException if one is not on the class path
   */
  NamedExporters(Environment environment) {
    this.environment = environment;
    List<String> names = ExporterNames.read(environment);
    if (names.isEmpty()) {
      return;
    }
    var known = new TreeMap<String, MetricExporterProvider>();
    for (MetricExporterProvider provider : ServiceLoader.load(MetricExporterProvider.class)) {
      known.putIfAbsent(provider.name(), provider);
    }
    for (String name : names) {
      MetricExporterProvider provider = known.get(name);
      if (provider == null) {
        throw new IllegalArgumentException(missing(name, known.keySet()));
      }
      providers.add(provider);
    }
  }

  /** The shortest interval that one of them has by default; empty if there is none. */
  Optional<Duration> defaultInterval() {
    return providers.stream()
        .map(MetricExporterProvider::defaultInterval)
        .min(Comparator.naturalOrder());
  }

  /** Makes them, in the order of their names in the variable. */
  List<MetricExporter> create() {
    return providers.stream().map(provider -> provider.create(environment)).toList();
  }

  private static String missing(String name, Set<String> known) {
    var possible = new TreeSet<String>(known);
    possible.add(ExporterNames.NONE);
    String asked = ExporterNames.VARIABLE + "=" + name + ": ";
    return name.equals(PROMETHEUS)
        ? asked
            + "there is no exporter that Prometheus scrapes yet; Prometheus takes OTLP if it is"
            + " started with --web.enable-otlp-receiver: write "
            + ExporterNames.VARIABLE
            + "=otlp and OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://HOST:9090/api/v1/otlp/v1/metrics"
        : asked
            + "no such exporter on the class path; write one of "
            + possible
            + ", or add the artifact that has it (otlp is in numetry-exporter)";
  }
}
