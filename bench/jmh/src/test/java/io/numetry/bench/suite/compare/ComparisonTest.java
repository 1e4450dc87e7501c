package io.numetry.bench.suite.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.suite.Made;
import io.numetry.bench.suite.compare.Change.Kind;
import io.numetry.bench.suite.result.Figure;
import io.numetry.bench.suite.result.JmhResult;
import io.numetry.bench.suite.result.Mode;
import io.numetry.bench.suite.result.Run;
import io.numetry.bench.suite.result.SuiteResult;
import io.numetry.bench.suite.rows.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final String ADD = "CounterBench.add";
  private static final String FIELD = "CounterBench.field";
  private static final Run QUIET = Made.run(Mode.QUICK, "A", 2, "");

  private static SuiteResult result(Run run, JmhResult... benches) {
    return SuiteResult.of(run, List.of(benches), List.of(), List.of());
  }

  private static JmhResult bench(String name, double... forks) {
    return Made.bench(name, "ns", 0, forks);
  }

  private static Comparison compare(SuiteResult before, SuiteResult after) {
    return Comparison.of(before, after, Rows.ALL);
  }

  private static Change change(Comparison comparison, String name) {
    return comparison.changes().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsEqualHasNotChanged() {
    var same = result(QUIET, bench(ADD, 1.30, 1.32, 1.31), bench(FIELD, 0.5, 0.5, 0.5));
    Comparison comparison = compare(same, same);
    assertThat(comparison.changes()).extracting(Change::kind).containsOnly(Kind.NOISE);
    assertThat(comparison.hasRegression()).isFalse();
    assertThat(comparison.warnings()).isEmpty();
  }

  @Test
  void threePercentAreFoundWhereThereIsLittleNoise() {
    var before = result(QUIET, bench(ADD, 1.300, 1.302, 1.301, 1.299, 1.300));
    var slower = result(QUIET, bench(ADD, 1.339, 1.341, 1.340, 1.338, 1.339));
    assertThat(change(compare(before, slower), ADD).kind()).isEqualTo(Kind.REGRESSION);
    assertThat(change(compare(before, slower), ADD).ratio()).isBetween(1.029, 1.031);
    assertThat(change(compare(slower, before), ADD).kind()).isEqualTo(Kind.IMPROVEMENT);
  }

  @Test
  void aChangeWithinTheFloorIsNone() {
    var before = result(QUIET, bench(ADD, 1.3000, 1.3001, 1.3002));
    var after = result(QUIET, bench(ADD, 1.3130, 1.3131, 1.3132));
    assertThat(change(compare(before, after), ADD).kind()).isEqualTo(Kind.SAME);
  }

  @Test
  void threePercentInTenPercentOfNoiseAreNotClaimed() {
    var before = result(QUIET, bench(ADD, 1.30, 1.17, 1.43, 1.25, 1.36));
    var after = result(QUIET, bench(ADD, 1.34, 1.47, 1.21, 1.40, 1.29));
    Change change = change(compare(before, after), ADD);
    assertThat(change.kind()).isEqualTo(Kind.NOISE);
    assertThat(change.resolution()).isGreaterThan(0.05);
  }

  /** A hundred benchmarks of 5 % noise: of two runs of the same code hardly one may be accused. */
  @Test
  void noiseAccusesNobodyAndARealChangeIsFoundInIt() {
    var random = new Random(42);
    int accused = 0;
    int found = 0;
    for (int round = 0; round < 20; round++) {
      List<JmhResult> before = new ArrayList<>();
      List<JmhResult> after = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        before.add(noisy("CounterBench.b" + i, 1, random));
        after.add(noisy("CounterBench.b" + i, i == 0 ? 1.5 : 1, random));
      }
      Comparison comparison =
          compare(
              SuiteResult.of(QUIET, before, List.of(), List.of()),
              SuiteResult.of(QUIET, after, List.of(), List.of()));
      for (Change change : comparison.changes()) {
        boolean called = change.kind() == Kind.REGRESSION || change.kind() == Kind.IMPROVEMENT;
        if (change.name().equals("CounterBench.b0")) {
          found += change.kind() == Kind.REGRESSION ? 1 : 0;
        } else {
          accused += called ? 1 : 0;
        }
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(19);
    assertThat(accused).isLessThanOrEqualTo(4); // of 1,980
  }

  private static JmhResult noisy(String name, double mean, Random random) {
    double[] forks = new double[5];
    for (int i = 0; i < forks.length; i++) {
      forks[i] = mean * Math.exp(0.05 * random.nextGaussian());
    }
    return bench(name, forks);
  }

  @Test
  void whatIsNotInBothIsToldAndIsNoRegression() {
    var before = result(QUIET, bench(ADD, 1, 1, 1), bench(FIELD, 1, 1, 1));
    var after = result(QUIET, bench(ADD, 1, 1, 1), bench("PollBench.poll", 1, 1, 1));
    Comparison comparison = compare(before, after);
    assertThat(change(comparison, FIELD).kind()).isEqualTo(Kind.ONLY_BEFORE);
    assertThat(change(comparison, "PollBench.poll").kind()).isEqualTo(Kind.ONLY_AFTER);
    assertThat(comparison.hasRegression()).isFalse();
  }

  @Test
  void twoVirtualMachinesAreTooFew() {
    var before = result(QUIET, bench(ADD, 1, 1.001));
    var after = result(QUIET, bench(ADD, 2, 2.001));
    assertThat(change(compare(before, after), ADD).kind()).isEqualTo(Kind.TOO_FEW);
  }

  @Test
  void moreOfARateIsBetter() {
    var before = figure(1000, 1001, 1002);
    var after = figure(900, 901, 902);
    assertThat(compare(before, after).hasRegression()).isTrue();
    assertThat(compare(after, before).hasRegression()).isFalse();
  }

  private static SuiteResult figure(double... values) {
    List<Double> list = java.util.Arrays.stream(values).boxed().toList();
    return SuiteResult.of(
        QUIET,
        List.of(),
        List.of(new Figure("gateway:ABSENT#rate", "{frame}/s", true, list)),
        List.of());
  }

  @Test
  void countsAreNoCosts() {
    var turns =
        SuiteResult.of(
            QUIET,
            List.of(),
            List.of(new Figure("turn:ABSENT#turns", "1", false, List.of(1.0, 2.0, 3.0))),
            List.of());
    assertThat(compare(turns, turns).changes()).isEmpty();
  }

  @Test
  void anotherMachineOtherSettingsAndLoadAreWarnedOf() {
    var before = result(QUIET, bench(ADD, 1, 1, 1));
    var after = result(Made.run(Mode.FULL, "B", 8, "others used 50 %"), bench(ADD, 1, 1, 1));
    assertThat(compare(before, after).warnings())
        .contains(
            "machines differ: cpu was A, is B",
            "machines differ: cpus was 2, is 8",
            "settings differ: mode was quick, is full",
            "after: loaded: not quotable (others used 50 %)");
  }

  @Test
  void ifBaselinesHaveBecomeSlowerTheMachineHas() {
    var before = result(QUIET, bench(ADD, 1, 1, 1), bench(FIELD, 1, 1, 1));
    var after = result(QUIET, bench(ADD, 1.2, 1.2, 1.2), bench(FIELD, 1.2, 1.2, 1.2));
    Comparison comparison = compare(before, after);
    assertThat(comparison.drift()).isBetween(1.19, 1.21);
    assertThat(comparison.warnings())
        .anySatisfy(text -> assertThat(text).contains("the machine has changed"));
  }

  @Test
  void welchAgreesWithAPublishedExample(@TempDir Path ignored) {
    // R: t.test(log(c(27.5,21,19,23.6,17)), log(c(27.1,22,20.8,23.4,23.4)))
    WelchTest test =
        WelchTest.of(List.of(27.5, 21.0, 19.0, 23.6, 17.0), List.of(27.1, 22.0, 20.8, 23.4, 23.4));
    assertThat(test.ratio()).isBetween(1.08, 1.10);
    assertThat(test.chance()).isBetween(0.3, 0.5);
  }

  @Test
  void theCommandTellsByItsStatus(@TempDir Path folder) throws IOException {
    Path before = folder.resolve("before.json");
    Path after = folder.resolve("after.json");
    Files.writeString(before, result(QUIET, bench(ADD, 1.0, 1.001, 1.002)).json());
    Files.writeString(after, result(QUIET, bench(ADD, 1.5, 1.501, 1.502)).json());
    assertThat(status(before, before)).isEqualTo(BenchCompare.NO_WORSE);
    assertThat(status(before, after)).isEqualTo(BenchCompare.WORSE);
    Files.writeString(after, result(QUIET, bench(ADD, 1.5, 1.501)).json());
    assertThat(status(before, after)).isEqualTo(BenchCompare.CANNOT_BE_TOLD);
    assertThat(status(before, folder.resolve("none.json"))).isEqualTo(BenchCompare.CANNOT_BE_TOLD);
    Files.writeString(after, "[]");
    assertThat(status(before, after)).isEqualTo(BenchCompare.CANNOT_BE_TOLD);
    assertThat(status(before)).isEqualTo(BenchCompare.CANNOT_BE_TOLD);
  }

  @Test
  void theLastLineIsTheVerdict() {
    var before = result(QUIET, bench(ADD, 1.0, 1.001, 1.002), bench(FIELD, 0.5, 0.5, 0.5));
    var after = result(QUIET, bench(ADD, 1.5, 1.501, 1.502), bench(FIELD, 0.5, 0.5, 0.5));
    assertThat(BenchCompare.text(compare(before, after)).lines().toList().getLast())
        .isEqualTo("Worse: CounterBench.add.");
    assertThat(BenchCompare.text(compare(after, before)).lines().toList().getLast())
        .isEqualTo("Nothing that was compared has become worse.");
    var full = result(Made.run(Mode.FULL, "A", 2, ""), bench(ADD, 1.0, 1.001, 1.002));
    assertThat(BenchCompare.text(compare(full, before)))
        .endsWith("Nothing that was compared has become worse. Mind the warnings above.\n");
    var few = result(QUIET, bench(ADD, 1.0));
    assertThat(BenchCompare.text(compare(few, before)))
        .contains("Of 1 figures in both, 0 are worse")
        .endsWith("It cannot be told: no figure has enough virtual machines in both runs.\n");
  }

  private static int status(Path... files) {
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return BenchCompare.run(java.util.Arrays.stream(files).map(Path::toString).toList(), out, out);
  }
}
