package io.numetry.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * The engine's own metric sets are what this processor makes of their schemas: the engine cannot
 * run the processor, which depends on it, and keeps the sources instead.
 *
 * <p>A changed schema keeps the engine from compiling until its set is generated anew, and then
 * this test cannot run, either: {@code scripts/regenerate-self-metrics} does without the engine.
 */
class SelfTelemetryUpToDateTest {
  private static final Path ENGINE = Path.of("../engine/src");
  private static final String PACKAGE = "io/numetry/self";

  @Test
  void shouldKeepInTheEngineWhatIsGenerated() throws IOException {
    Map<String, String> schemas =
        Goldens.read(ENGINE.resolve("main/java").resolve(PACKAGE), file -> true);
    List<JavaFileObject> sources =
        schemas.entrySet().stream()
            .map(each -> Compile.source(className(each.getKey()), each.getValue()))
            .toList();

    Compilation compilation = Compile.withOptions(sources, "-Anumetry.reserved=allow");

    assertThat(compilation).succeededWithoutWarnings();
    Map<String, String> generated = Compile.generatedSources(compilation);
    assertThat(generated)
        .containsKeys(
            PACKAGE + "/AggregatorMetricsSet.java",
            PACKAGE + "/CoreMetricsSet.java",
            PACKAGE + "/ExporterMetricsSet.java");
    Goldens.check(ENGINE.resolve("generated/java"), generated, file -> true);
  }

  private static String className(String file) {
    return (PACKAGE + "/" + file.replace(".java", "")).replace('/', '.');
  }
}
