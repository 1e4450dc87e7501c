package io.numetry.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.numetry.record.MetricSetType;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Several sources, several processors, hence several rounds in one compilation. */
class RoundsTest {

  @Test
  void shouldGenerateForASourceThatUsesTheGeneratedClass() {
    Compilation compilation =
        Compile.withProcessor(Schemas.user(), Schemas.counting("\"{frame}\""));

    assertThat(compilation).succeededWithoutWarnings();
    MetricSetType<?> type =
        GeneratedClass.type(Compile.load(compilation), "gateway.ReceiverMetricsSet");
    assertThat(type.descriptor().instruments().getFirst().unit()).isEqualTo("{frame}");
  }

  @Test
  void shouldWaitForAConstantThatAnotherProcessorGenerates() {
    Compilation compilation =
        Compile.withProcessor(
            List.of(Schemas.user(), Schemas.counting("Units.FRAME")), new UnitsProcessor());

    assertThat(compilation).succeededWithoutWarnings();
    MetricSetType<?> type =
        GeneratedClass.type(Compile.load(compilation), "gateway.ReceiverMetricsSet");
    assertThat(type.descriptor().instruments().getFirst().unit()).isEqualTo("{frame}");
  }

  @Test
  void shouldLeaveAConstantThatNeverComesToBeToTheCompiler() {
    Compilation compilation = Compile.withProcessor(Schemas.counting("Units.FRAME"));

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().getFirst().getMessage(Locale.ROOT))
        .contains("cannot find symbol");
  }

  @Test
  void shouldTakeATextThatLooksLikeAnUnresolvedConstantForWhatItIs() {
    Compilation compilation = Compile.withProcessor(Schemas.counting("\"{<error>}\""));

    assertThat(compilation).succeededWithoutWarnings();
    MetricSetType<?> type =
        GeneratedClass.type(Compile.load(compilation), "gateway.ReceiverMetricsSet");
    assertThat(type.descriptor().instruments().getFirst().unit()).isEqualTo("{<error>}");
  }

  /** Generates a class with a constant, in the first round. */
  private static final class UnitsProcessor extends AbstractProcessor {
    private boolean done;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer file =
            processingEnv.getFiler().createSourceFile("gateway.Units").openWriter()) {
          file.write(
              """
              package gateway;

              final class Units {
                static final String FRAME = "{frame}";

                private Units() {}
              }
              """);
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
      return false;
    }
  }
}
