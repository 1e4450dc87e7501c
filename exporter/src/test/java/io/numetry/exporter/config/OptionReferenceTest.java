package io.numetry.exporter.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.config.Environment;
import io.numetry.exporter.OtlpMetricExporter;
import java.io.IOException;
import java.lang.reflect.Method;
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
  private static final String BEGIN = "<!-- begin: options of the OTLP exporter -->\n\n";
  private static final String END = "\n<!-- end: options of the OTLP exporter -->";

  @Test
  void shouldShowTheTable() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(begin).as("the table's place in %s", PAGE).isBetween(BEGIN.length(), end);
    String reference = OtlpOption.reference();
    if (Boolean.getBoolean("numetry.regenerate")) {
      Files.writeString(PAGE, page.substring(0, begin) + reference + page.substring(end));
      Assumptions.abort("regenerated " + PAGE + ": look at the difference and run again");
    }
    assertThat(page.substring(begin, end))
        .as("%s (-Dnumetry.regenerate=true writes it anew)", PAGE)
        .isEqualTo(reference);
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
    assertThat(Arrays.stream(OtlpOption.values()).map(OtlpOption::inCode))
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
