package io.numetry.exporter.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.guard.GuardedEngine.Ending;
import io.numetry.exporter.guard.GuardedEngine.OwnerState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One variable shows an engine's metrics on its console, the last ones among them. */
class ConsoleProcessTest {

  private static String printed(Map<String, String> variables) throws Exception {
    try (GuardProcess engine =
        GuardProcess.start(variables, List.of(), Ending.EXIT, OwnerState.DEAD, 10_000)) {
      assertThat(engine.awaitEnd()).as(engine::printed).isEqualTo(GuardedEngine.EXIT_STATUS);
      return engine.printed();
    }
  }

  @Test
  void showsATable() throws Exception {
    assertThat(printed(Map.of("OTEL_METRICS_EXPORTER", "console")))
        .contains(GuardedEngine.RECORDED + " ACTIVE")
        .containsPattern(
            "guarded\\.turns +numa\\.node\\.id=\\d+ +\\{turn} +" + GuardedEngine.TURNS);
  }

  @Test
  void showsOtlpJson() throws Exception {
    Map<String, String> variables =
        Map.of(
            "OTEL_METRICS_EXPORTER", "console",
            "OTEL_JAVA_NUMETRY_CONSOLE_FORMAT", "otlp_json");
    assertThat(printed(variables))
        .containsPattern("\"guarded\\.turns\".*\"asInt\":\"" + GuardedEngine.TURNS + "\"");
  }
}
