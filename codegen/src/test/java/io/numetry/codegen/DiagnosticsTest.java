package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.numetry.codegen.DiskCompile.Fault;
import io.numetry.codegen.validate.Rule;
import io.numetry.codegen.validate.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the compiler says of each fault, to the letter, and on which line. The sources are in
 * src/test/resources/diagnostics, in a directory for each rule; a comment {@code // ! message} ends
 * the line that the message is expected on, {@code // ? message} if it is a warning.
 */
class DiagnosticsTest {
  private static final Path SOURCES = Path.of("src/test/resources/diagnostics");
  private static final Pattern EXPECTATION = Pattern.compile(".*// (?<mark>[!?]) (?<message>.*)");
  private static final Pattern FORM = Pattern.compile("[^:]+: [^:]+: \\S+=.*; write .+ instead");

  /**
   * Faults that no source makes by itself; {@link UnwritableOutputTest}, {@link OptionsTest} and
   * {@link BaselineTest} have them.
   */
  private static final Set<Rule> OUT_OF_SOURCE =
      EnumSet.of(
          Rule.GENERATED_CLASS_UNWRITABLE,
          Rule.OPTION_VALUE,
          Rule.STABLE_GONE,
          Rule.STABLE_CHANGED,
          Rule.STABLE_LOWERED,
          Rule.BASELINE_UNREADABLE,
          Rule.BASELINE_LINE,
          Rule.BASELINE_UNWRITABLE);

  @ParameterizedTest
  @MethodSource("sources")
  void shouldReportOnTheElementWhatToWriteInstead(Path source) throws IOException {
    String text = Files.readString(SOURCES.resolve(source));

    Compilation compilation = Compile.leniently(Compile.source("gateway.Faulty", text));

    Rule rule = Rule.valueOf(source.getParent().toString());
    List<Fault> expected = expected(text, mark(rule));
    boolean isError = rule.severity() == Severity.ERROR;
    assertThat(isError ? errors(compilation) : warnings(compilation))
        .containsExactlyInAnyOrderElementsOf(expected)
        .isNotEmpty();
    assertThat(isError ? warnings(compilation) : errors(compilation)).isEmpty();
    assertThat(expected).allSatisfy(each -> assertThat(each.message()).matches(FORM));
  }

  @Test
  void shouldReportAllFaultsAtOnceAndGenerateTheSoundSets(@TempDir Path directory)
      throws IOException {
    String faulty =
        """
        package gateway;

        import io.numetry.schema.*;

        @MetricSet(name = "Faulty", brief = "")
        interface Faulty extends Runnable {
          @Counter(unit = "", brief = "")
          int setFrames(int count);

          void addBytes(long count);

          @Gauge(name = "x_total", unit = "a b", brief = "Fine.")
          void setDepth();
        }
        """;
    String sound =
        """
        package gateway;

        import io.numetry.schema.*;

        @MetricSet(name = "gateway.sound", brief = "Fine.")
        interface Sound {
          @Counter(unit = "{thing}", brief = "Fine.")
          void addFrames(long count);
        }
        """;

    var errors =
        DiskCompile.errors(
            directory,
            List.of(
                Compile.source("gateway.Faulty", faulty), Compile.source("gateway.Sound", sound)),
            "-proc:only");

    assertThat(errors.stream().map(Fault::line))
        .containsExactly(6L, 5L, 5L, 8L, 8L, 8L, 7L, 7L, 10L, 13L, 12L, 12L);
    assertThat(Goldens.read(directory, file -> true)).containsOnlyKeys("gateway/SoundSet.java");
  }

  /** The annotations have no defaults for them; the compiler sees to that, and stops there. */
  @Test
  void shouldLeaveValuesThatAreLeftOutToTheCompiler() {
    Compilation compilation =
        Compile.withProcessor(
            Compile.source(
                "gateway.Faulty",
                """
                package gateway;

                @io.numetry.schema.MetricSet(brief = "Fine.")
                interface Faulty {
                  @io.numetry.schema.Counter
                  void addFrames(long count);
                }
                """));

    assertThat(errors(compilation))
        .containsExactly(
            new Fault(
                3,
                "annotation @io.numetry.schema.MetricSet is missing a default value for the"
                    + " element 'name'"),
            new Fault(
                5,
                "annotation @io.numetry.schema.Counter is missing default values for elements"
                    + " unit,brief"));
  }

  @Test
  void shouldHaveSourcesForEachRule() throws IOException {
    Set<Rule> rules = EnumSet.copyOf(OUT_OF_SOURCE);
    for (Path source : sources()) {
      rules.add(Rule.valueOf(source.getParent().toString()));
    }

    assertThat(rules).isEqualTo(EnumSet.allOf(Rule.class));
  }

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(Files::isRegularFile).map(SOURCES::relativize).sorted().toList();
    }
  }

  private static String mark(Rule rule) {
    return switch (rule.severity()) {
      case ERROR -> "!";
      case WARNING -> "?";
    };
  }

  private static List<Fault> expected(String source, String mark) {
    List<Fault> expected = new ArrayList<>();
    List<String> lines = source.lines().collect(Collectors.toList());
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = EXPECTATION.matcher(lines.get(i));
      if (matcher.matches() && matcher.group("mark").equals(mark)) {
        expected.add(new Fault(i + 1, matcher.group("message")));
      }
    }
    return expected;
  }

  private static List<Fault> errors(Compilation compilation) {
    return compilation.errors().stream().map(Fault::of).toList();
  }

  private static List<Fault> warnings(Compilation compilation) {
    return compilation.warnings().stream().map(Fault::of).toList();
  }
}
