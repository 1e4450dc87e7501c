package io.numetry.bench.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.suite.Made;
import io.numetry.bench.suite.judge.Judgement;
import io.numetry.bench.suite.rows.Rows;
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
        .containsPattern("\\d+ of \\d+ limits met\\.\n$")
        .contains("counter add, 4 threads, beside one thread: needs 4 CPUs")
        .contains("\nMicrometer\n", "\nOpenTelemetry Java\n", "\nAgrona\n");
  }

  @Test
  void aLoadedRunIsMarkedAtEachTable() {
    assertThat(text("busy"))
        .contains(
            "limits   [loaded: not quotable (busy)]", "Agrona   [loaded: not quotable (busy)]")
        .contains("\nNot to be quoted: busy. ");
  }
}
