package io.numetry.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.testing.compile.Compilation;
import io.numetry.record.MetricSetType;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.FixedLayout;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.StabilityLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated for the schemas in src/test/resources/golden, to the letter: the source, and
 * the description that the loaded class holds.
 */
class GoldenTest {
  private static final Path GOLDENS = Path.of("src/test/resources/golden");
  private static final String DESCRIPTIONS = "descriptions.txt";

  @ParameterizedTest
  @MethodSource("goldens")
  void shouldGenerateTheGoldenSource(String golden) throws IOException {
    Compilation compilation = Compile.withProcessor(inputs(golden));

    assertThat(compilation).succeededWithoutWarnings();
    Map<String, String> output = new TreeMap<>(Compile.generatedSources(compilation));
    output.put(DESCRIPTIONS, descriptions(compilation, output));
    Goldens.check(GOLDENS.resolve(golden).resolve("output"), output, file -> true);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void shouldCompileTheGoldenSourceByItself(String golden) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>(inputs(golden));
    outputs(golden).forEach((path, text) -> sources.add(source(path, text)));

    assertThat(Compile.withoutProcessor(sources)).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void shouldHaveNothingToFormatInTheGoldenSource(String golden)
      throws IOException, FormatterException {
    for (String text : outputs(golden).values()) {
      assertThat(new Formatter().formatSourceAndFixImports(text)).isEqualTo(text);
    }
  }

  static List<String> goldens() throws IOException {
    try (Stream<Path> directories = Files.list(GOLDENS)) {
      return directories.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private static List<JavaFileObject> inputs(String golden) throws IOException {
    Path directory = GOLDENS.resolve(golden).resolve("input");
    return Goldens.read(directory, file -> true).entrySet().stream()
        .map(entry -> source(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Map<String, String> outputs(String golden) throws IOException {
    Path directory = GOLDENS.resolve(golden).resolve("output");
    Map<String, String> outputs =
        Goldens.read(directory, file -> file.toString().endsWith(".java"));
    assertThat(outputs).isNotEmpty();
    return outputs;
  }

  private static JavaFileObject source(String path, String text) {
    return Compile.source(className(path), text);
  }

  private static String className(String path) {
    return path.replace(".java", "").replace('/', '.');
  }

  /** One line for each instrument, from the constants of the loaded classes. */
  private static String descriptions(Compilation compilation, Map<String, String> sources) {
    ClassLoader loader = Compile.load(compilation);
    StringBuilder lines = new StringBuilder();
    for (String path : sources.keySet()) {
      if (!path.endsWith("Set.java")) {
        continue;
      }
      MetricSetType<?> type = GeneratedClass.type(loader, className(path));
      MetricSetDescriptor set = type.descriptor();
      lines.append("set %s: %d bytes: %s\n".formatted(set.name(), set.slotBytes(), set.brief()));
      set.attributes()
          .forEach(
              each -> lines.append("  %s %s %s\n".formatted(each.role(), each.type(), each.key())));
      set.instruments().forEach(each -> lines.append(description(each)));
    }
    return lines.toString();
  }

  private static String description(InstrumentDescriptor instrument) {
    String line =
        "  @%d %s %s %s [%s]: %s\n"
            .formatted(
                instrument.cellOffset(),
                instrument.kind(),
                instrument.valueType(),
                instrument.name(),
                instrument.unit(),
                instrument.brief());
    List<String> more = new ArrayList<>();
    instrument.dimensions().forEach(each -> more.add(each.key() + "=" + each.values()));
    if (!instrument.formerNames().isEmpty()) {
      more.add("formerly " + instrument.formerNames());
    }
    if (instrument.stability() != StabilityLevel.DEVELOPMENT) {
      more.add(instrument.stability().id());
    }
    if (instrument.detail() != DetailLevel.NORMAL) {
      more.add(instrument.detail().id());
    }
    switch (instrument.layout()) {
      case FixedLayout _ -> {}
      case ExponentialLayout layout ->
          more.add(
              "buckets=%d scale=%d negatives=%s"
                  .formatted(layout.maxBuckets(), layout.maxScale(), layout.negatives()));
      case ExplicitLayout layout -> more.add("bounds=" + Arrays.toString(layout.boundaries()));
    }
    more.forEach(each -> assertThat(each).doesNotContain("\n"));
    return line + more.stream().map("    %s\n"::formatted).collect(Collectors.joining());
  }
}
