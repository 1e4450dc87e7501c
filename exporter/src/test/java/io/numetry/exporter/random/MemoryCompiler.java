package io.numetry.exporter.random;

import io.numetry.codegen.MetricSetProcessor;
import io.numetry.schema.MetricSet;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/**
 * Compiles schemas with the annotation processor, as a strict user does, from memory into memory.
 */
final class MemoryCompiler {
  private static final List<String> STRICT = List.of("-Xlint:all,-processing", "-Werror");

  private MemoryCompiler() {}

  /** Compiles sources, given by their types' names; any diagnostic is a failure. */
  static ClassLoader compile(Map<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    try (var files =
        new Files(compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8))) {
      List<String> options = new ArrayList<>(STRICT);
      options.addAll(
          List.of(
              "-cp", location(MetricSet.class) + File.pathSeparator + location(NullMarked.class)));
      List<Source> units =
          sources.entrySet().stream()
              .map(each -> new Source(each.getKey(), each.getValue()))
              .toList();
      var task = compiler.getTask(null, files, diagnostics, options, null, units);
      task.setProcessors(List.of(new MetricSetProcessor()));
      boolean succeeded = task.call();
      if (!succeeded || !diagnostics.getDiagnostics().isEmpty()) {
        throw new AssertionError("compiled: " + succeeded + ", " + diagnostics.getDiagnostics());
      }
      return new Loader(files.classes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String location(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String type, String text) {
      super(URI.create("memory:///" + type.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** A file that the compiler writes: a class, or a generated source, which it reads again. */
  private static final class Output extends SimpleJavaFileObject {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String type, Kind kind) {
      super(URI.create("memory:///" + type.replace('.', '/') + kind.extension), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static final class Files extends ForwardingJavaFileManager<JavaFileManager> {
    final Map<String, Output> classes = new HashMap<>();

    Files(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
      var output = new Output(type, kind);
      if (kind == JavaFileObject.Kind.CLASS) {
        classes.put(type, output);
      }
      return output;
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, Output> classes;

    Loader(Map<String, Output> classes) {
      super(MemoryCompiler.class.getClassLoader());
      this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Output file = classes.get(name);
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = file.bytes.toByteArray();
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
