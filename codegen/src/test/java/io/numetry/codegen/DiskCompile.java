package io.numetry.codegen;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles with our processor into a directory, which is on the class path, too: as build tools do,
 * over what is there, and keeping what was written when something else fails.
 */
final class DiskCompile {
  private DiskCompile() {}

  /** An error, and the line that it is on. */
  record Fault(long line, String message) {
    static Fault of(Diagnostic<?> error) {
      return new Fault(error.getLineNumber(), error.getMessage(Locale.ROOT));
    }
  }

  /** Compiles; returns the errors. */
  static List<Fault> errors(
      Path output, Iterable<? extends JavaFileObject> sources, String... options) {
    String classPath =
        Compile.engineClassPath().stream()
            .map(File::toString)
            .collect(Collectors.joining(File.pathSeparator, output + File.pathSeparator, ""));
    List<String> arguments = new ArrayList<>(List.of("-cp", classPath, "-d", output.toString()));
    arguments.addAll(List.of(options));
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, diagnostics, arguments, null, sources);
    task.setProcessors(Compile.ours());
    boolean succeeded = task.call();
    List<Fault> errors =
        diagnostics.getDiagnostics().stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .map(Fault::of)
            .toList();
    if (succeeded != errors.isEmpty()) {
      throw new AssertionError("compiled: " + succeeded + ", errors: " + errors);
    }
    return errors;
  }
}
