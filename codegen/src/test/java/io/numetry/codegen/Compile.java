package io.numetry.codegen;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.numetry.schema.MetricSet;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.NullMarked;

/**
 * Compiles sources as a strict user does: all warnings on, each an error, and nothing but the
 * engine to compile against.
 */
final class Compile {
  /**
   * But for "processing", which warns of each annotation that no processor claims: of all of them.
   */
  private static final List<String> STRICT = List.of("-Xlint:all,-processing", "-Werror");

  private Compile() {}

  /** Our processors, as the compiler finds them. */
  static List<Processor> ours() {
    return List.of(new MetricSetProcessor(), new CompilationProcessor());
  }

  /** Runs our processors with options of theirs, say {@code -Anumetry.reserved=allow}. */
  static Compilation withOptions(List<JavaFileObject> sources, String... options) {
    List<String> all = new ArrayList<>(STRICT);
    all.addAll(List.of(options));
    return strict().withOptions(all).withProcessors(ours()).compile(sources);
  }

  /** Runs our processors; no warning is an error, and a file may have many types. */
  static Compilation leniently(JavaFileObject... sources) {
    return strict()
        .withOptions("-Xlint:all,-processing,-auxiliaryclass")
        .withProcessors(ours())
        .compile(sources);
  }

  /** Runs our processors, after {@code others}. */
  static Compilation withProcessor(List<JavaFileObject> sources, Processor... others) {
    List<Processor> processors = new ArrayList<>(List.of(others));
    processors.addAll(ours());
    return strict().withProcessors(processors).compile(sources);
  }

  static Compilation withProcessor(JavaFileObject... sources) {
    return withProcessor(List.of(sources));
  }

  static Compilation withoutProcessor(List<JavaFileObject> sources) {
    return strict().compile(sources);
  }

  static JavaFileObject source(String qualifiedName, String text) {
    return JavaFileObjects.forSourceString(qualifiedName, text);
  }

  /** A compiler that sees the engine and what its classes are annotated with. */
  static Compiler strict() {
    return javac().withOptions(STRICT).withClasspath(engineClassPath());
  }

  static List<File> engineClassPath() {
    return List.of(location(MetricSet.class), location(NullMarked.class));
  }

  /** Text of each generated source, by its path. */
  static Map<String, String> generatedSources(Compilation compilation) {
    Map<String, String> sources = new HashMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      String root = "/" + StandardLocation.SOURCE_OUTPUT.getName() + "/";
      sources.put(file.toUri().getPath().substring(root.length()), text(file));
    }
    return sources;
  }

  /** Loads what was compiled, and all else from here. */
  static ClassLoader load(Compilation compilation) {
    Map<String, JavaFileObject> classes = new HashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String root = "/" + StandardLocation.CLASS_OUTPUT.getName() + "/";
        String path = file.toUri().getPath().substring(root.length());
        classes.put(path.replace(".class", "").replace('/', '.'), file);
      }
    }
    return new ClassLoader(Compile.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        JavaFileObject file = classes.get(name);
        if (file == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = bytes(file);
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  private static String text(JavaFileObject file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream stream = file.openInputStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File location(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
