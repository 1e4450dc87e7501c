package io.numetry.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a compilation chooses with {@code -A}, and how it keeps a warning to itself. */
class OptionsTest {

  @Test
  void shouldTakeMoreOrFewerCombinations() {
    List<JavaFileObject> sources = List.of(combining());

    assertThat(Compile.withOptions(sources, "-Anumetry.maxCombinations=9")).succeeded();
    assertThat(Compile.withOptions(sources, "-Anumetry.maxCombinations=8"))
        .hadErrorContaining("more than 8 combinations: combinations=9;");
  }

  @Test
  void shouldLetNamesBeOthersWhereThatIsAllowed() {
    List<JavaFileObject> sources =
        List.of(
            Compile.source(
                "gateway.ReceiverMetrics",
                """
                package gateway;

                import io.numetry.schema.*;

                @MetricSet(name = "numetry.receiver", brief = "Frames taken.")
                interface ReceiverMetrics {
                  @Counter(name = "otel.frames", unit = "{frame}", brief = "Frames.")
                  void addFrames(@Attribute("numetry.side") Side side, long count);

                  enum Side {
                    A
                  }
                }
                """));

    assertThat(Compile.withOptions(sources, "-Anumetry.reserved=allow")).succeededWithoutWarnings();
    assertThat(Compile.withOptions(sources, "-Anumetry.reserved=false")).failed();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          numetry.maxCombinations | 0 | a number from 1 to 999999999
          numetry.maxCombinations | many | a number from 1 to 999999999
          numetry.reserved | yes | allow, or leave the option out,
          numetry.baseline.write | on | true, or leave the option out,
          """)
  void shouldRefuseOtherValues(String option, String value, String instead) {
    Compilation compilation =
        Compile.withOptions(List.of(combining()), "-A" + option + "=" + value);

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().getFirst().getMessage(Locale.ROOT))
        .isEqualTo(
            "option -A%s: the option has no such value: value=%s; write %s instead"
                .formatted(option, value, instead));
  }

  @ParameterizedTest
  @CsvSource({"method", "type"})
  void shouldKeepAWarningToItselfThatIsSuppressed(String where) {
    String suppression = "@SuppressWarnings(\"numetry\")";
    JavaFileObject source =
        Compile.source(
            "gateway.ReceiverMetrics",
            """
            package gateway;

            import io.numetry.schema.*;

            %s
            @MetricSet(name = "gateway.receiver", brief = "Frames taken.")
            interface ReceiverMetrics {
              %s
              @Counter(unit = "1", brief = "Frames.")
              void addReadBytes(long count);
            }
            """
                .formatted(
                    where.equals("type") ? suppression : "",
                    where.equals("method") ? suppression : ""));

    assertThat(Compile.withProcessor(source)).succeededWithoutWarnings();
  }

  private static JavaFileObject combining() {
    return Compile.source(
        "gateway.ReceiverMetrics",
        """
        package gateway;

        import io.numetry.schema.*;

        @MetricSet(name = "gateway.receiver", brief = "Frames taken.")
        interface ReceiverMetrics {
          @Counter(unit = "{frame}", brief = "Frames.")
          void addFrames(Side near, Side far, long count);

          enum Side {
            A,
            B,
            C
          }
        }
        """);
  }
}
