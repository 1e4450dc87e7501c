package io.numetry.exporter.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.Telemetry;
import io.numetry.TelemetryBuilder;
import io.numetry.config.Environment;
import io.numetry.config.TelemetryOption;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.spool.SpoolEnvironment;
import io.numetry.exporter.spool.SpoolOption;
import io.numetry.exporter.spool.SpoolOptions;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The table of options is all of them, and what the reference shows. */
class OptionReferenceTest {
  private static final Path PAGE = Path.of("../docs/configuration.md");

  private static void assertShown(String title, String reference) throws IOException {
    String beginMark = "<!-- begin: " + title + " -->\n\n";
    String page = Files.readString(PAGE);
    int begin = page.indexOf(beginMark) + beginMark.length();
    int end = page.indexOf("\n<!-- end: " + title + " -->");
    if (Boolean.getBoolean("numetry.regenerate")) {
      // A table that is not there yet leaves one line for both ends.
      String rest = page.substring(Math.max(begin, end));
      Files.writeString(
          PAGE, page.substring(0, begin) + reference + (end < begin ? "\n" : "") + rest);
      Assumptions.abort("regenerated " + PAGE + ": look at the difference and run again");
    }
    assertThat(begin).as("the place of %s in %s", title, PAGE).isBetween(beginMark.length(), end);
    assertThat(page.substring(begin, end))
        .as("%s (-Dnumetry.regenerate=true writes it anew)", PAGE)
        .isEqualTo(reference);
  }

  @Test
  void shouldShowTheOptionsOfTelemetry() throws IOException {
    assertShown("options of telemetry", TelemetryOption.reference());
  }

  @Test
  void shouldShowTheOptionsOfTheExporter() throws IOException {
    assertShown("options of the OTLP exporter", OtlpOption.reference());
  }

  @Test
  void shouldShowTheOptionsOfTheSpool() throws IOException {
    assertShown("options of the spool", SpoolEnvironment.reference());
  }

  @Test
  void shouldHaveEachOptionOfTelemetry() {
    Set<String> methods = new TreeSet<>();
    for (Method method : TelemetryBuilder.class.getMethods()) {
      if (method.getReturnType() == TelemetryBuilder.class) {
        methods.add(method.getName());
      }
    }
    methods.remove("environment");
    assertThat(Arrays.stream(TelemetryOption.values()).flatMap(option -> option.inCode().stream()))
        .containsExactlyInAnyOrderElementsOf(methods);
  }

  @Test
  void shouldReadEachVariableOfTelemetry() {
    Set<String> read = new HashSet<>();
    Telemetry.builder()
        .environment(
            new Environment(
                name -> {
                  read.add(name);
                  return null;
                }));
    List<String> listed =
        Arrays.stream(TelemetryOption.values())
            .filter(option -> option != TelemetryOption.ATTRIBUTE_LIMITS)
            .flatMap(option -> option.variable().stream())
            .toList();
    assertThat(read).containsAll(listed);
    read.removeAll(listed);
    assertThat(read)
        .allMatch(
            name ->
                name.startsWith("OTEL_EXPORTER_OTLP_")
                    || name.startsWith("OTEL_JAVA_NUMETRY_")
                    || name.equals("OTEL_EXPERIMENTAL_CONFIG_FILE"));
  }

  @Test
  void shouldHaveEachOptionOfTheSpool() {
    assertThat(Arrays.stream(SpoolOption.values()).map(SpoolOption::inCode))
        .containsExactlyElementsOf(
            Arrays.stream(SpoolOptions.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @Test
  void shouldReadEachVariableOfTheSpool() {
    Set<String> read = new HashSet<>();
    SpoolEnvironment.read(
        new Environment(
            name -> {
              read.add(name);
              return name.endsWith("_FOLDER") ? "/spool" : null;
            }));
    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SpoolOption.values())
                .map(option -> "OTEL_JAVA_NUMETRY_SPOOL_" + option)
                .toList());
  }

  @Test
  void shouldHaveEachOptionOfTheBuilder() {
    Set<String> methods = new TreeSet<>();
    for (Method method : OtlpMetricExporter.Builder.class.getDeclaredMethods()) {
      if (method.getReturnType() == OtlpMetricExporter.Builder.class) {
        methods.add(method.getName());
      }
    }
    // Told of with the endpoint of all signals.
    methods.remove("metricsEndpoint");
    assertThat(
            Arrays.stream(OtlpOption.values())
                .map(OtlpOption::inCode)
                .filter(name -> !name.isEmpty()))
        .containsExactlyInAnyOrderElementsOf(methods);
  }

  @Test
  void shouldReadEachVariableAndNoOther() {
    Set<String> read = new HashSet<>();
    OtlpEnvironment.read(
        new Environment(
            name -> {
              read.add(name);
              return null;
            }));
    List<String> listed =
        Arrays.stream(OtlpOption.values()).flatMap(option -> option.variables().stream()).toList();
    // The spool's are its own; without a folder no other is looked at.
    assertThat(read).contains("OTEL_JAVA_NUMETRY_SPOOL_FOLDER");
    read.remove("OTEL_JAVA_NUMETRY_SPOOL_FOLDER");
    assertThat(read).containsExactlyInAnyOrderElementsOf(listed);
  }
}
