package io.numetry.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Where metrics are to go, as {@code OTEL_METRICS_EXPORTER} says: a name, or several with commas in
 * between (specification, "Exporter Selection").
 */
public final class ExporterNames {
  /** The variable. */
  public static final String VARIABLE = "OTEL_METRICS_EXPORTER";

  /** Says that there is no destination. */
  public static final String NONE = "none";

  private static final String DEFAULT = "otlp";
  private static final String CONSOLE = "console";

  /** The specification's former name of the console. */
  private static final String LOGGING = "logging";

  private static final List<String> ENDPOINTS =
      List.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT");

  private ExporterNames() {}

  /**
   * The exporters asked for, each once, in the variable's order; {@code otlp} if none is named, and
   * nothing for {@code none}.
   *
   * @throws IllegalArgumentException if {@code none} stands beside another name
   */
  public static List<String> read(Environment environment) {
    List<String> asked = listed(environment);
    if (asked.isEmpty()) {
      return List.of(DEFAULT);
    }
    List<String> names = current(asked, environment);
    if (!names.contains(NONE)) {
      return names;
    }
    if (names.size() > 1) {
      throw new IllegalArgumentException(
          VARIABLE
              + "="
              + String.join(",", names)
              + " asks for exporters and for none; write none alone, or leave it out");
    }
    return List.of();
  }

  private static List<String> current(List<String> names, Environment environment) {
    if (!names.contains(LOGGING)) {
      return names;
    }
    environment.deprecated(VARIABLE, LOGGING, CONSOLE);
    return names.stream().map(name -> name.equals(LOGGING) ? CONSOLE : name).distinct().toList();
  }

  /**
   * True if the environment asks for telemetry by naming a destination: an exporter other than
   * {@code none}, or an OTLP endpoint where no exporter is named; or by naming a configuration
   * file, which may have anything in it. False if {@code OTEL_SDK_DISABLED} is true. Warns of
   * nothing.
   */
  public static boolean nameDestination(Environment environment) {
    if (environment.keyword("OTEL_SDK_DISABLED").equals(Optional.of("true"))) {
      return false;
    }
    if (UnfollowedVariables.nameConfigFile(environment)) {
      return true;
    }
    List<String> names = listed(environment);
    return names.isEmpty()
        ? ENDPOINTS.stream().anyMatch(variable -> environment.string(variable).isPresent())
        : !names.equals(List.of(NONE));
  }

  private static List<String> listed(Environment environment) {
    var names = new LinkedHashSet<String>();
    for (String name : environment.keyword(VARIABLE).orElse("").split(",", -1)) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return List.copyOf(names);
  }
}
