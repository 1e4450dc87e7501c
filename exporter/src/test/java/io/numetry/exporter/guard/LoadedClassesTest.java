package io.numetry.exporter.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.guard.GuardedEngine.Ending;
import io.numetry.exporter.guard.GuardedEngine.OwnerState;
import io.numetry.exporter.testkit.TestCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inert guard loads nothing of the exporter, though all of it is on the class path. */
class LoadedClassesTest {
  private static final String NETTY = "io.netty.";
  private static final String EXPORTER = "io.numetry.exporter.";

  /** The test's own are in the exporter's package, too. */
  private static final String THIS_TEST = "io.numetry.exporter.guard.";

  @TempDir private Path folder;

  /** Runs an engine; the classes it loaded, by name. */
  private List<String> loaded(Map<String, String> variables, String state) throws Exception {
    Path log = folder.resolve("classes.log");
    List<String> flags = List.of("-Xlog:class+load=info:file=" + log + ":none");
    try (GuardProcess engine =
        GuardProcess.start(variables, flags, Ending.CLOSE, OwnerState.IDLE, 10_000)) {
      assertThat(engine.awaitEnd()).as(engine::printed).isZero();
      assertThat(engine.printed()).contains(GuardedEngine.RECORDED + " " + state);
    }
    return Files.readAllLines(log).stream()
        .map(line -> line.split(" ", 2)[0])
        .filter(name -> !name.startsWith(THIS_TEST))
        .toList();
  }

  @Test
  void anInertGuardLoadsNothingOfTheExporter() throws Exception {
    for (Map<String, String> variables :
        List.of(
            Map.<String, String>of(),
            Map.of("OTEL_METRICS_EXPORTER", "none"),
            Map.of(
                "OTEL_SDK_DISABLED", "true",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318"))) {
      assertThat(loaded(variables, "INERT"))
          .as("%s", variables)
          .contains("io.numetry.TelemetryGuard", "io.numetry.core.TelemetryCore")
          .noneMatch(name -> name.startsWith(NETTY))
          .noneMatch(name -> name.startsWith(EXPORTER))
          .doesNotContain("io.numetry.aggregate.NodeAggregator");
    }
  }

  /** That the test above can fail. */
  @Test
  void anActiveGuardLoadsTheExporter() throws Exception {
    try (var collector = new TestCollector()) {
      assertThat(loaded(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url()), "ACTIVE"))
          .anyMatch(name -> name.startsWith(NETTY))
          .anyMatch(name -> name.startsWith(EXPORTER));
    }
  }
}
