package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** How build tools find the processor, and what they may assume of it. */
class RegistrationTest {

  @Test
  void shouldBeFoundByTheCompiler() {
    assertThat(ServiceLoader.load(Processor.class))
        .hasAtLeastOneElementOfType(MetricSetProcessor.class)
        .hasAtLeastOneElementOfType(CompilationProcessor.class);
  }

  @Test
  void shouldTellGradleWhatEachLooksAt() throws IOException {
    String path = "META-INF/gradle/incremental.annotation.processors";
    try (InputStream marker = MetricSetProcessor.class.getClassLoader().getResourceAsStream(path)) {
      assertThat(new String(marker.readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo(
              MetricSetProcessor.class.getName()
                  + ",isolating\n"
                  + CompilationProcessor.class.getName()
                  + ",aggregating");
    }
  }
}
