package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
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
    assertThat(compile(classes, List.of(other))).isEmpty();

    assertThat(compile(classes, "\"{frame}\""))
        .containsExactly(
            "metric set gateway.receiver: another type has the generated class's name:"
                + " class=ReceiverMetricsSet; write another name than ReceiverMetrics instead");
  }

  private static List<String> compile(Path classes, String unit) {
    return compile(classes, List.of(Schemas.counting(unit)));
  }

  private static List<String> compile(Path classes, List<JavaFileObject> sources) {
    String classPath =
        Compile.engineClassPath().stream()
            .map(File::toString)
            .collect(Collectors.joining(File.pathSeparator, classes + File.pathSeparator, ""));
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    List<String> options = List.of("-cp", classPath, "-d", classes.toString());
    var task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, diagnostics, options, null, sources);
    task.setProcessors(List.of(new MetricSetProcessor()));
    assertThat(task.call()).isEqualTo(diagnostics.getDiagnostics().isEmpty());
    return diagnostics.getDiagnostics().stream()
        .map((Diagnostic<? extends JavaFileObject> each) -> each.getMessage(Locale.ROOT))
        .toList();
  }
}
