package io.numetry.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.examples.realworld.Collector;
import io.numetry.numa.NumaSystem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an OpenTelemetry Collector decodes is what was recorded. */
class RealCollectorTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "delta,node",
    "delta,core",
    "delta,process",
    "cumulative,node",
    "cumulative,core",
    "cumulative,process",
    "lowmemory,node"
  })
  void decodesWhatWasRecorded(String temporality, String level) throws Exception {
    var printed = new ByteArrayOutputStream();
    try (var collector = Collector.start(folder);
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      var options =
          DemoOptions.parse(
              List.of(
                  "--seconds",
                  "3",
                  "--interval",
                  "200",
                  "--temporality",
                  temporality,
                  "--level",
                  level,
                  "--endpoint",
                  collector.endpoint(),
                  "--received",
                  collector.received().toString()),
              NumaSystem.system().topology().allowedCpus());
      int status = new Demo(options, out).run();
      String text = printed.toString(StandardCharsets.UTF_8);
      assertThat(text).doesNotContain("DIFFERS").containsPattern("recorded \\d{6,}, received");
      assertThat(status).as(text).isZero();
    }
  }
}
