package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's module that does not read the compiler's cannot name {@code @Generated}. */
class ModuleTest {

  @ParameterizedTest
  @CsvSource({"'', false", "requires java.compiler;, true"})
  void shouldAnnotateAsGeneratedWhereTheModuleCanSeeIt(
      String requires, boolean annotated, @TempDir Path output) throws IOException {
    List<JavaFileObject> sources =
        List.of(
            Compile.source("module-info", "module user { " + requires + " }"),
            Schemas.counting("\"{frame}\""));

    assertThat(DiskCompile.errors(output, sources, "--add-reads", "user=ALL-UNNAMED")).isEmpty();

    String source = Files.readString(output.resolve("gateway/ReceiverMetricsSet.java"));
    assertThat(source.contains("@Generated(")).isEqualTo(annotated);
  }
}
