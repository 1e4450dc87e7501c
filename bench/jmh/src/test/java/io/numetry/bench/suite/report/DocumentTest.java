package io.numetry.bench.suite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.bench.suite.Made;
import io.numetry.bench.suite.judge.Judgement;
import io.numetry.bench.suite.result.SuiteResult;
import io.numetry.bench.suite.rows.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path PAGE = ROOT.resolve("docs/performance.md");

  /** Else: {@code scripts/bench --document FILE.json}. */
  @Test
  void thePageSaysWhatItsFileOfResultsSays() throws IOException {
    String page = Files.readString(PAGE);
    Path results = Document.results(page);
    assertThat(results.startsWith("bench/results")).as("%s", results).isTrue();
    Judgement judgement = Judgement.of(Rows.ALL, SuiteResult.read(ROOT.resolve(results)));
    assertThat(Document.between(PAGE, page, results, judgement)).isEqualTo(page);
  }

  /** Else: write its sentence. */
  @Test
  void theReadmeSaysHowManyLimitsAreMet() throws IOException {
    Path results = Document.results(Files.readString(PAGE));
    Judgement judgement = Judgement.of(Rows.ALL, SuiteResult.read(ROOT.resolve(results)));
    assertThat(Files.readString(ROOT.resolve("README.md")).replaceAll("\\s+", " "))
        .contains(judgement.verdict());
  }

  @Test
  void goesBetweenTheMarksAndNamesItsFile() {
    Judgement judgement = Judgement.of(Rows.ALL, Made.full(2, "A", ""));
    String page = "before\n" + Document.BEGIN + "old.json -->\nold\n" + Document.END + "\nafter\n";
    Path results = Path.of("bench/results/new.json");

    String written = Document.between(Path.of("p.md"), page, results, judgement);

    assertThat(written)
        .startsWith("before\n" + Document.BEGIN + "bench/results/new.json -->\n\nFrom bench/")
        .endsWith(Document.END + "\nafter\n")
        .contains("| counter add | field++ | ", "### Micrometer\n", "### Left out\n");
    assertThat(Document.results(written)).isEqualTo(results);
    assertThat(Document.between(Path.of("p.md"), written, results, judgement)).isEqualTo(written);
    assertThatThrownBy(() -> Document.between(Path.of("p.md"), "page", results, judgement))
        .hasMessageContaining("p.md: must have the lines");
  }
}
