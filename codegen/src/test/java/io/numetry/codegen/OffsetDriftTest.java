package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A class that was generated for an engine with another layout does not load. */
class OffsetDriftTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/kinds");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QUEUE_DEPTH_CELL = 80; | QUEUE_DEPTH_CELL = 88; | 0, 8, 16, 48, 88, 88, 96, 104, 112
          CELLS_END = 112; | CELLS_END = 120; | 0, 8, 16, 48, 80, 88, 96, 104, 120
          """)
  void shouldRefuseAClassWhoseOffsetsAreNotTheEngines(
      String constant, String otherConstant, String offsets) throws Exception {
    String current = Files.readString(GOLDEN.resolve("output/gateway/ReceiverMetricsSet.java"));
    String drifted = current.replace(constant, otherConstant);
    assertThat(drifted).isNotEqualTo(current);
    Compilation compilation =
        Compile.withoutProcessor(
            List.of(
                Compile.source(
                    "gateway.ReceiverMetrics",
                    Files.readString(GOLDEN.resolve("input/gateway/ReceiverMetrics.java"))),
                Compile.source("gateway.ReceiverMetricsSet", drifted)));
    ClassLoader loader = Compile.load(compilation);

    assertThatThrownBy(() -> GeneratedClass.type(loader, "gateway.ReceiverMetricsSet"))
        .isInstanceOf(ExceptionInInitializerError.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "metric set gateway.receiver: compiled for another engine:"
                + " cellOffsets=[%s],".formatted(offsets)
                + " this one's are [0, 8, 16, 48, 80, 88, 96, 104, 112];"
                + " generate it again with this engine's numetry-codegen");
  }
}
