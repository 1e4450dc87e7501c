package io.numetry.examples.realworld;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A program that a person has, or has not, and names in a variable. */
public enum Binary {
  COLLECTOR("NUMETRY_OTELCOL", "an OpenTelemetry Collector that has the exporter jsonfile"),
  PROMETHEUS("NUMETRY_PROMETHEUS", "a Prometheus that has its OTLP receiver");

  private final String variable;
  private final String what;

  Binary(String variable, String what) {
    this.variable = variable;
    this.what = what;
  }

  /** The program's path. Without one the test is skipped, with that reason; a wrong one fails. */
  public Path require() {
    @Nullable String value = System.getenv(variable);
    assumeTrue(
        value != null && !value.isBlank(), variable + " is not set; it names the path of " + what);
    Path path = Path.of(value);
    if (!Files.isExecutable(path)) {
      throw new IllegalStateException(variable + "=" + value + ": is no program");
    }
    return path;
  }
}
