package io.numetry.config;

import java.util.List;
import java.util.Set;

/**
 * Variables of the OpenTelemetry specification that telemetry knows and does not follow. Whoever
 * sets one is told so, and what to write instead.
 */
public final class UnfollowedVariables {
  private static final List<String> CONFIG_FILES =
      List.of("OTEL_CONFIG_FILE", "OTEL_EXPERIMENTAL_CONFIG_FILE");

  private static final Set<String> EXEMPLAR_FILTERS =
      Set.of("always_on", "always_off", "trace_based");

  private UnfollowedVariables() {}

  /** True if a configuration file is named, which would replace all other variables. */
  public static boolean nameConfigFile(Environment environment) {
    return CONFIG_FILES.stream().anyMatch(name -> environment.string(name).isPresent());
  }

  /**
   * Refuses a configuration file: to go on by the other variables, which it would have replaced,
   * would do something else than was asked for.
   *
   * @throws IllegalArgumentException if one is named
   */
  public static void refuseConfigFile(Environment environment) {
    for (String name : CONFIG_FILES) {
      environment
          .string(name)
          .ifPresent(
              file -> {
                throw new IllegalArgumentException(
                    name
                        + "="
                        + file
                        + ": configuration files are not read yet, and with one all other variables"
                        + " would have to be ignored; leave it out and write the variables");
              });
    }
  }

  /** Says of those that are set why they have no effect. */
  public static void tell(Environment environment) {
    environment
        .keyword("OTEL_METRICS_EXEMPLAR_FILTER")
        .ifPresent(filter -> tellFilter(environment, filter));
    environment
        .string("OTEL_ENTITIES")
        .ifPresent(
            entities ->
                environment.ignored(
                    "OTEL_ENTITIES",
                    entities,
                    "write its attributes into OTEL_RESOURCE_ATTRIBUTES"));
    environment
        .keyword("OTEL_LOG_LEVEL")
        .filter(level -> !level.equals("info"))
        .ifPresent(
            level ->
                environment.unfollowed(
                    "OTEL_LOG_LEVEL",
                    level,
                    "messages go to System.Logger; set the level of io.numetry where those go"));
  }

  private static void tellFilter(Environment environment, String filter) {
    String name = "OTEL_METRICS_EXEMPLAR_FILTER";
    if (!EXEMPLAR_FILTERS.contains(filter)) {
      environment.ignored(name, filter, "write always_off, always_on or trace_based");
    } else if (!filter.equals("always_off")) {
      environment.unfollowed(name, filter, "no exemplars are recorded");
    }
  }
}
