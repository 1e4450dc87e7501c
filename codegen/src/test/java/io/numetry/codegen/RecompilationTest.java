package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.codegen.DiskCompile.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiling again over what an earlier compilation left, as build tools do. */
class RecompilationTest {

  @Test
  void shouldReplaceWhatAnEarlierCompilationGenerated(@TempDir Path classes) throws IOException {
    assertThat(compile(classes, "\"{frame}\"")).isEmpty();
    assertThat(compile(classes, "\"{cell}\"")).isEmpty();

    assertThat(Files.readString(classes.resolve("gateway/ReceiverMetricsSet.java")))
        .contains("{cell}");
    assertThat(classes.resolve("gateway/ReceiverMetricsSet.class")).exists();
  }

  @Test
  void shouldNotReplaceAClassFileThatItDidNotGenerate(@TempDir Path classes) throws IOException {
    JavaFileObject other =
        Compile.source(
            "gateway.ReceiverMetricsSet", "package gateway; class ReceiverMetricsSet {}");
    assertThat(DiskCompile.errors(classes, List.of(other))).isEmpty();

    assertThat(compile(classes, "\"{frame}\""))
        .containsExactly(
            new Fault(
                7,
                "metric set gateway.receiver: another type has the generated class's name:"
                    + " class=ReceiverMetricsSet; write another name than ReceiverMetrics instead"));
  }

  private static List<Fault> compile(Path classes, String unit) {
    return DiskCompile.errors(classes, List.of(Schemas.counting(unit)));
  }
}
