package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.attribute.Attributes;
import io.numetry.config.Environment;
import io.numetry.config.ExporterNames;
import io.numetry.config.ResourceAttributes;
import io.numetry.exporter.testkit.LogCapture;
import io.numetry.exporter.testkit.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of the specification for the variables beyond the OTLP exporter's, a row each. "sdk" is
 * opentelemetry-specification's configuration/sdk-environment-variables.md, "common" its
 * configuration/common.md, "resource" its resource/sdk.md, "metrics" its metrics/sdk.md.
 */
class SdkVariablesRulesTest {
  private final LogCapture log = new LogCapture();

  @AfterEach
  void closeLog() {
    log.close();
  }

  @ParameterizedTest
  @MethodSource
  void shouldFollow(Rule<SdkVariablesRulesTest> rule) {
    rule.check().accept(this);
  }

  static List<Rule<SdkVariablesRulesTest>> shouldFollow() {
    List<Rule<SdkVariablesRulesTest>> rules = new ArrayList<>();
    reader(rules);
    selection(rules);
    resource(rules);
    return rules;
  }

  private static void reader(List<Rule<SdkVariablesRulesTest>> rules) {
    String reader = "sdk, Periodic exporting MetricReader";
    builder(rules, reader, "60 s from start to start", Map.of(), interval(60_000));
    builder(rules, reader, "the interval", Map.of("METRIC_EXPORT_INTERVAL", "250"), interval(250));
    builder(rules, reader, "a timeout of 30 s", Map.of(), exportTimeout(30_000));
    builder(rules, reader, "the timeout", Map.of("METRIC_EXPORT_TIMEOUT", "5"), exportTimeout(5));
    builder(
        rules,
        "common, Timeout",
        "0 is no limit",
        Map.of("METRIC_EXPORT_TIMEOUT", "0"),
        exportTimeout(0));
    for (String bad : List.of("-1", "1s", "2147483648")) {
      ignored(rules, "METRIC_EXPORT_INTERVAL", bad, interval(60_000));
      ignored(rules, "METRIC_EXPORT_TIMEOUT", bad, exportTimeout(30_000));
    }
    for (String empty : List.of("", " ")) {
      builder(
          rules,
          "common, Parsing empty value",
          "an empty value is an unset one",
          Map.of("METRIC_EXPORT_INTERVAL", empty, "SDK_DISABLED", empty),
          interval(60_000).andThen(builder -> assertThat(builder.disabled).isFalse()));
    }
    String disabled = "sdk, General SDK Configuration";
    for (String yes : List.of("true", "TRUE")) {
      builder(
          rules,
          disabled,
          "a no-op SDK",
          Map.of("SDK_DISABLED", yes),
          builder -> assertThat(builder.disabled).isTrue());
    }
    ignored(rules, "SDK_DISABLED", "1", builder -> assertThat(builder.disabled).isFalse());
    rules.add(
        new Rule<>(
            "sdk, Declarative configuration",
            "a file would replace all variables: refused, since none is read",
            test ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(Map.of("CONFIG_FILE", "/a.yaml")))
                    .withMessageStartingWith("OTEL_CONFIG_FILE=/a.yaml: ")));
    rules.add(
        new Rule<>(
            "sdk, Exemplar",
            "a filter that is none is warned of and ignored",
            test -> {
              read(Map.of("METRICS_EXEMPLAR_FILTER", "some"));
              assertThat(test.log.warnings()).hasSize(1);
            }));
  }

  private static void selection(List<Rule<SdkVariablesRulesTest>> rules) {
    String section = "sdk, Exporter Selection";
    names(rules, section, "otlp by default", "", List.of("otlp"));
    names(rules, section, "none", "none", List.of());
    names(rules, section, "in any case", "Console", List.of("console"));
    names(rules, section, "several", "otlp, console", List.of("otlp", "console"));
    names(rules, section, "standard output", "otlp/stdout", List.of("otlp/stdout"));
    rules.add(
        new Rule<>(
            section,
            "logging is deprecated: taken for the console, with a warning",
            test -> {
              assertThat(ExporterNames.read(environment(Map.of("METRICS_EXPORTER", "logging"))))
                  .containsExactly("console");
              assertThat(test.log.warnings()).hasSize(1);
            }));
    for (String missing : List.of("prometheus", "carrier-pigeon")) {
      rules.add(
          new Rule<>(
              section,
              missing + " is not there, and is named",
              test ->
                  assertThatIllegalArgumentException()
                      .isThrownBy(
                          () ->
                              Telemetry.builder()
                                  .environment(environment(Map.of("METRICS_EXPORTER", missing))))
                      .withMessageStartingWith("OTEL_METRICS_EXPORTER=" + missing + ": ")));
    }
  }

  private static void resource(List<Rule<SdkVariablesRulesTest>> rules) {
    String section = "resource, Specifying resource information via an environment variable";
    resource(
        rules,
        section,
        "a list, percent-encoded",
        Map.of("RESOURCE_ATTRIBUTES", "a=1,b=x%2Cy%3D+z"),
        Attributes.builder().put("a", "1").put("b", "x,y=+z").build());
    resource(
        rules,
        "sdk, General SDK Configuration",
        "the service's name has a variable that wins",
        Map.of("RESOURCE_ATTRIBUTES", "service.name=listed", "SERVICE_NAME", "own"),
        Attributes.of("service.name", "own"));
    for (String bad : List.of("a=1,b", "a=1,b=%zz", "a=1,b=%F", "a=1,=c", "a=1,b=%FF")) {
      rules.add(
          new Rule<>(
              section,
              "on any error all of it is discarded, and the error told {" + bad + "}",
              test -> {
                Environment environment = environment(Map.of("RESOURCE_ATTRIBUTES", bad));
                assertThat(ResourceAttributes.fromEnvironment(environment))
                    .isEqualTo(Attributes.empty());
                assertThat(test.log.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("WARNING OTEL_RESOURCE_ATTRIBUTES=" + bad + " is ignored: write ");
              }));
    }
  }

  private static Consumer<TelemetryBuilder> interval(long millis) {
    return builder -> assertThat(builder.interval).isEqualTo(Duration.ofMillis(millis));
  }

  private static Consumer<TelemetryBuilder> exportTimeout(long millis) {
    return builder -> assertThat(builder.exportTimeout).isEqualTo(Duration.ofMillis(millis));
  }

  private static Environment environment(Map<String, String> set) {
    return new Environment(name -> set.get(name.substring("OTEL_".length())));
  }

  private static TelemetryBuilder read(Map<String, String> set) {
    var all = new TreeMap<>(set);
    all.put("METRICS_EXPORTER", "none");
    return Telemetry.builder()
        .environment(
            new Environment(name -> name.startsWith("OTEL_") ? all.get(name.substring(5)) : null));
  }

  private static void builder(
      List<Rule<SdkVariablesRulesTest>> rules,
      String section,
      String says,
      Map<String, String> set,
      Consumer<TelemetryBuilder> check) {
    rules.add(
        new Rule<>(
            section,
            says + " " + new TreeMap<>(set),
            test -> {
              check.accept(read(set));
              assertThat(test.log.lines()).isEmpty();
            }));
  }

  private static void ignored(
      List<Rule<SdkVariablesRulesTest>> rules,
      String name,
      String value,
      Consumer<TelemetryBuilder> check) {
    rules.add(
        new Rule<>(
            "common, Parsing",
            "what cannot be parsed is warned of and ignored {" + name + "=" + value + "}",
            test -> {
              check.accept(read(Map.of(name, value)));
              assertThat(test.log.warnings())
                  .singleElement()
                  .asString()
                  .startsWith("WARNING OTEL_" + name + "=" + value + " is ignored: write ");
            }));
  }

  private static void names(
      List<Rule<SdkVariablesRulesTest>> rules,
      String section,
      String says,
      String value,
      List<String> expected) {
    rules.add(
        new Rule<>(
            section,
            says + " {" + value + "}",
            test -> {
              assertThat(ExporterNames.read(environment(Map.of("METRICS_EXPORTER", value))))
                  .isEqualTo(expected);
              assertThat(test.log.lines()).isEmpty();
            }));
  }

  private static void resource(
      List<Rule<SdkVariablesRulesTest>> rules,
      String section,
      String says,
      Map<String, String> set,
      Attributes expected) {
    rules.add(
        new Rule<>(
            section,
            says + " " + new TreeMap<>(set),
            test -> {
              assertThat(ResourceAttributes.fromEnvironment(environment(set))).isEqualTo(expected);
              assertThat(test.log.lines()).isEmpty();
            }));
  }
}
