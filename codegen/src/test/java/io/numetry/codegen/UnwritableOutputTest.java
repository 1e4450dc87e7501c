package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory of generated sources, as a real compiler has it, does not take the file. */
class UnwritableOutputTest {

  @Test
  void shouldReportOnTheInterfaceWhyItsClassCannotBeWritten(@TempDir Path directory)
      throws IOException {
    // A file stands where the package's directory would be: that stops even a privileged user.
    Files.writeString(directory.resolve("gateway"), "");
    JavaFileObject source =
        Compile.source(
            "gateway.ReceiverMetrics",
            """
            package gateway;

            @io.numetry.schema.MetricSet(name = "gateway.receiver", brief = "Frames taken.")
            interface ReceiverMetrics {
              @io.numetry.schema.Counter(unit = "{frame}", brief = "Frames.")
              void addFrames(long count);
            }
            """);

    var errors = DiskCompile.errors(directory, List.of(source), "-proc:only");

    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().line()).isEqualTo(4);
    assertThat(errors.getFirst().message())
        .startsWith(
            "metric set gateway.receiver: the generated class cannot be written:"
                + " cause=java.io.IOException: ")
        .endsWith("; write to another directory (javac -s) instead");
  }
}
