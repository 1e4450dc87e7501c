package io.numetry.bench.suite.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.suite.Made;
import io.numetry.bench.suite.judge.Judged.Standing;
import io.numetry.bench.suite.result.JmhResult;
import io.numetry.bench.suite.result.Mode;
import io.numetry.bench.suite.result.SuiteResult;
import io.numetry.bench.suite.rows.Row;
import io.numetry.bench.suite.rows.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Row ADD = row("counter add", "field++");
  private static final Row FOUR = row("4 counters of a set", "4 elements of a long[]");
  private static final Row TIMES =
      row("encode, number point", "OpenTelemetry Java's collect and marshal");

  private static Row row(String what, String baseline) {
    return Rows.ALL.stream()
        .filter(row -> row.what().equals(what) && row.baseline().equals(baseline))
        .findFirst()
        .orElseThrow();
  }

  private static Judgement judge(Row row, JmhResult... benches) {
    return Judgement.of(
        List.of(row),
        SuiteResult.of(
            Made.run(Mode.QUICK, "A", 2, ""), Arrays.asList(benches), List.of(), List.of()));
  }

  private static JmhResult bench(String name, double nanos) {
    return Made.bench(name, "ns", 0, nanos, nanos, nanos);
  }

  private static Standing standing(Row row, JmhResult... benches) {
    return judge(row, benches).rows().getFirst().standing();
  }

  @Test
  void aRatioIsHeldAgainstItsLimit() {
    JmhResult field = bench("CounterBench.field", 1);
    assertThat(standing(ADD, bench("CounterBench.add", 1.1), field)).isEqualTo(Standing.MET);
    assertThat(standing(ADD, bench("CounterBench.add", 1.11), field)).isEqualTo(Standing.MISSED);
  }

  @Test
  void whatAnotherRunMaySayOtherwiseIsMarked() {
    JmhResult field = bench("CounterBench.field", 1); // each with an error of 2 %
    Judgement near = judge(ADD, bench("CounterBench.add", 1.09), field);
    assertThat(near.rows().getFirst().met()).isEqualTo("yes, within error");
    assertThat(near.verdict())
        .isEqualTo("1 of 1 limits met. 1 of 1 within the error of their limit.");
    assertThat(judge(ADD, bench("CounterBench.add", 1.12), field).rows().getFirst().met())
        .isEqualTo("NO, within error");
    Judgement clear = judge(ADD, bench("CounterBench.add", 1.05), field);
    assertThat(clear.rows().getFirst().met()).isEqualTo("yes");
    assertThat(clear.verdict()).isEqualTo("1 of 1 limits met.");
    assertThat(judge(ADD, bench("CounterBench.add", 1.2), field).rows().getFirst().met())
        .isEqualTo("NO");
    JmhResult allocating = Made.bench("CounterBench.add", "ns", 16, 1.09, 1.09, 1.09);
    assertThat(judge(ADD, allocating, field).rows().getFirst().met()).isEqualTo("NO");
  }

  @Test
  void aSmokeRunSaysNothingOfLimits() {
    List<JmhResult> benches = List.of(bench("CounterBench.add", 1), bench("CounterBench.field", 1));
    for (String load : List.of("", "busy")) {
      var run = Made.run(Mode.FULL_SMOKE, "A", 2, load);
      assertThat(
              Judgement.of(List.of(ADD), SuiteResult.of(run, benches, List.of(), List.of("x")))
                  .verdict())
          .isEqualTo("A smoke run, no figure means anything: 1 rows shown, 1 failures.");
    }
  }

  @Test
  void aRecordingThatAllocatesMissesItsLimit() {
    JmhResult allocating = Made.bench("CounterBench.add", "ns", 16, 1, 1, 1);
    assertThat(standing(ADD, allocating, bench("CounterBench.field", 1)))
        .isEqualTo(Standing.MISSED);
  }

  @Test
  void oneOfTwoLimitsWillDo() {
    List<JmhResult> benches =
        new ArrayList<>(
            List.of(
                bench("CounterBench.fourAdds", 3),
                bench("CounterBench.fourArrayElements", 2),
                bench("CounterBench.add", 1)));
    // 1.5 times, but 0.67 ns each further
    assertThat(standing(FOUR, benches.toArray(JmhResult[]::new))).isEqualTo(Standing.MET);
    benches.set(0, bench("CounterBench.fourAdds", 4));
    assertThat(standing(FOUR, benches.toArray(JmhResult[]::new))).isEqualTo(Standing.MISSED);
  }

  @Test
  void fasterIsTheBaselineOverOurs() {
    String ours = "EncodeBench.encode:kind=NUMBER";
    String theirs = "EncodeBench.openTelemetryCollectAndMarshal:kind=NUMBER";
    assertThat(standing(TIMES, bench(ours, 10), bench(theirs, 200))).isEqualTo(Standing.MET);
    assertThat(standing(TIMES, bench(ours, 10), bench(theirs, 199))).isEqualTo(Standing.MISSED);
  }

  @Test
  void aRowThatShouldHaveBeenMeasuredAndWasNotIsNotGood() {
    Judgement judgement = judge(ADD, bench("CounterBench.add", 1));
    assertThat(judgement.rows()).isEmpty();
    assertThat(judgement.leftOut())
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.expected()).isFalse();
              assertThat(left.why()).isEqualTo("not measured: CounterBench.field");
            });
    assertThat(judgement.isGood()).isFalse();
  }

  @Test
  void aPeerThatFailedDoesNotTakeItsRowWithIt() {
    Row peers = row("counter add, beside peers", "field++");
    Judgement judgement =
        judge(
            peers,
            bench("RecordBench.counterNumetry", 1),
            bench("RecordBench.counterPlainField", 1),
            bench("RecordBench.counterMicrometer", 9));
    assertThat(judgement.rows().getFirst().peers())
        .singleElement()
        .satisfies(peer -> assertThat(peer.ratio()).isBetween(8.99, 9.01));
  }
}
