package io.numetry.bench.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.suite.Made;
import io.numetry.bench.suite.judge.Judgement;
import io.numetry.bench.suite.result.Mode;
import io.numetry.bench.suite.result.SuiteResult;
import io.numetry.bench.suite.rows.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static String text(String loaded) {
    return TextReport.of(Judgement.of(Rows.ALL, Made.full(2, "A", loaded)));
  }

  @Test
  void endsWithTheLimitsAndTheVerdict() {
    assertThat(text(""))
        .containsPattern(
            "(?m)^ +what +beside +ours +baseline +ratio +\\+- +limit +from +met +B/op$")
        .containsPattern("(?m)^ +counter add +field\\+\\+ .*<= 1\\.1 x \\(.* goal +(yes|NO)")
        .containsPattern(
            "\n\\d+ of \\d+ limits met\\.( \\d+ of \\d+ within the error of their limit\\.)?\n$")
        .contains("counter add, 4 threads, beside one thread: needs 4 CPUs")
        .contains("\nMicrometer\n", "\nOpenTelemetry Java\n", "\nAgrona\n");
  }

  @Test
  void manyRowsLeftOutForOneReasonAreCounted() {
    var run = Made.run(Mode.QUICK, "A", 2, "");
    String text =
        TextReport.of(Judgement.of(Rows.ALL, SuiteResult.of(run, List.of(), List.of(), List.of())));
    assertThat(text)
        .containsPattern("\n  \\d+ rows: only measured with --full\n")
        .contains("\n  counter add, 4 threads, beside one thread: needs 4 CPUs");
  }

  @Test
  void aLoadedRunIsMarkedAtEachTable() {
    assertThat(text("busy"))
        .contains("limits   [loaded: not quotable]", "Agrona   [loaded: not quotable]")
        .contains("\nNot to be quoted: busy. ");
  }
}
