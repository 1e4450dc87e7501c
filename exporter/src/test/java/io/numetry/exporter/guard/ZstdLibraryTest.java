package io.numetry.exporter.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.guard.GuardedEngine.Ending;
import io.numetry.exporter.guard.GuardedEngine.OwnerState;
import io.numetry.exporter.testkit.TestCollector;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zstd's library is the users' to add: processes with it, without it, and not allowed to load. */
class ZstdLibraryTest {
  private static final String LIBRARY = "com.github.luben.";

  @TempDir private Path folder;

  private static String classPathWithoutZstd() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("zstd-jni"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String run(
      TestCollector collector, String compression, List<String> flags, String classPath)
      throws Exception {
    Map<String, String> variables =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            collector.url(),
            "OTEL_EXPORTER_OTLP_COMPRESSION",
            compression);
    try (GuardProcess engine =
        GuardProcess.start(variables, flags, classPath, Ending.CLOSE, OwnerState.IDLE, 10_000)) {
      assertThat(engine.awaitEnd()).as(engine::printed).isZero();
      assertThat(engine.printed()).contains(GuardedEngine.RECORDED + " ACTIVE");
      return engine.printed();
    }
  }

  private static void shouldHaveDelivered(TestCollector collector, String coding) {
    assertThat(collector.received())
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(each.headers().getFirst("Content-Encoding")).isEqualTo(coding));
    assertThat(collector.requests().toString()).contains("as_int: " + GuardedEngine.TURNS);
  }

  @Test
  void shouldNameWhatToAddAndGoOnWithGzip() throws Exception {
    try (var collector = new TestCollector()) {
      String printed = run(collector, "zstd", List.of(), classPathWithoutZstd());
      assertThat(printed)
          .containsOnlyOnce(
              "compression=zstd cannot be used: add com.github.luben:zstd-jni:1.5.7-25 to the class"
                  + " path; going on with compression=gzip")
          .doesNotContain("Exception", "Error", "\tat ");
      shouldHaveDelivered(collector, "gzip");
    }
  }

  /** Its native part cannot be unpacked. */
  @Test
  void shouldSayWhyItCannotBeLoadedAndGoOnWithGzip() throws Exception {
    try (var collector = new TestCollector()) {
      String printed =
          run(
              collector,
              "zstd",
              List.of("-DZstdNativePath=" + folder.resolve("none.so")),
              System.getProperty("java.class.path"));
      assertThat(printed)
          .containsOnlyOnce("compression=zstd cannot be used: zstd-jni cannot load its native part")
          .contains("none.so", "going on with compression=gzip")
          .doesNotContain("\tat ");
      shouldHaveDelivered(collector, "gzip");
    }
  }

  @ParameterizedTest
  @CsvSource({"none, false", "gzip, false", "zstd, true"})
  void shouldBeLoadedOnlyWhereItIsAskedFor(String compression, boolean isLoaded) throws Exception {
    Path classes = folder.resolve("classes.log");
    try (var collector = new TestCollector()) {
      run(
          collector,
          compression,
          List.of("-Xlog:class+load=info:file=" + classes + ":none"),
          System.getProperty("java.class.path"));
      assertThat(Files.readAllLines(classes).stream().anyMatch(line -> line.startsWith(LIBRARY)))
          .isEqualTo(isLoaded);
      shouldHaveDelivered(collector, compression.equals("none") ? null : compression);
    }
  }
}
