package io.numetry.bench.suite.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.bench.suite.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteResultTest {
  @TempDir Path folder;

  @Test
  void aFileHoldsWhatWasWritten() throws IOException {
    SuiteResult made = Made.full(4, "A <b> \"c\" \u00e9", "busy");
    Path file = folder.resolve("made.json");
    Files.writeString(file, made.json());
    assertThat(SuiteResult.read(file)).isEqualTo(made);
  }

  @Test
  void aFileOfAnotherKindIsNamedWithWhatIsWrong() throws IOException {
    Path file = folder.resolve("other.json");
    Files.writeString(file, Made.full(4, "A", "").json().replace("numetry-bench", "else"));
    assertThatThrownBy(() -> SuiteResult.read(file))
        .hasMessageContaining("other.json: holds no results of scripts/bench")
        .hasMessageContaining("format=\"else\"");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> SuiteResult.read(file)).hasMessageContaining("other.json");
  }

  @Test
  void namesAreThoseThatRowsUse() {
    assertThat(Made.bench("ScaleBench.cycle:kind=NUMBER:series=1000@2", "ns", 0, 1).name())
        .isEqualTo("ScaleBench.cycle:kind=NUMBER:series=1000@2");
    assertThat(Made.bench("PollBench.poll", "ns", 0, 1).name()).isEqualTo("PollBench.poll");
  }
}
