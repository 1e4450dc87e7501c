package io.numetry.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's module that does not read the compiler's cannot name {@code @Generated}. */
class ModuleTest {

  @ParameterizedTest
  @CsvSource({"'', false", "requires java.compiler;, true"})
  void shouldAnnotateAsGeneratedWhereTheModuleCanSeeIt(String requires, boolean annotated) {
    Compilation compilation =
        Compile.strict()
            .withOptions("-Xlint:all,-processing", "-Werror", "--add-reads", "user=ALL-UNNAMED")
            .withProcessors(new MetricSetProcessor())
            .compile(
                Compile.source("module-info", "module user { " + requires + " }"),
                Schemas.counting("\"1\""));

    assertThat(compilation).succeededWithoutWarnings();
    String source = Compile.generatedSources(compilation).get("gateway/ReceiverMetricsSet.java");
    assertThat(source.contains("@Generated(")).isEqualTo(annotated);
  }
}
