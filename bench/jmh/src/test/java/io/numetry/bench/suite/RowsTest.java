package io.numetry.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.jmh.gateway.GatewayRate;
import io.numetry.bench.jmh.memory.SeriesMemory;
import io.numetry.bench.jmh.turn.OwnerTurns;
import io.numetry.bench.suite.result.Mode;
import io.numetry.bench.suite.rows.BenchName;
import io.numetry.bench.suite.rows.Row;
import io.numetry.bench.suite.rows.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class RowsTest {
  /** What programs of their own tell, by the names of their cases. */
  private static final Map<String, List<String>> CASES =
      Map.of(
          "turn", OwnerTurns.SCENARIOS,
          "gateway", GatewayRate.SCENARIOS,
          "memory", SeriesMemory.SUBJECTS);

  private static Map<String, BenchmarkListEntry> benchmarks() {
    Map<String, BenchmarkListEntry> there = new TreeMap<>();
    BenchmarkList.defaultList()
        .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
        .forEach(
            entry ->
                there.put(entry.getUsername().replaceFirst(".*\\.(?=\\w+\\.\\w+$)", ""), entry));
    return there;
  }

  /** With all their parameters in alphabetical order, or no result would have that name. */
  @Test
  void nameBenchmarksThatThereAreWithAllTheirParameters() {
    Map<String, BenchmarkListEntry> there = benchmarks();
    for (Row row : Rows.ALL) {
      for (String name : row.names()) {
        if (!BenchName.isFigure(name)) {
          BenchName bench = BenchName.parse(name);
          assertThat(there).as(row.what()).containsKey(bench.benchmark());
          Set<String> params = there.get(bench.benchmark()).getParams().orElse(Map.of()).keySet();
          assertThat(new ArrayList<>(bench.params().keySet()))
              .as(name)
              .isEqualTo(params.stream().sorted().toList());
        }
      }
    }
  }

  @Test
  void nameCasesThatThereAre() {
    for (Row row : Rows.ALL) {
      row.names().stream()
          .filter(BenchName::isFigure)
          .forEach(
              name -> {
                String[] parts = name.split("[:#]", -1);
                assertThat(CASES).as(name).containsKey(parts[0]);
                assertThat(CASES.get(parts[0])).as(name).contains(parts[1]);
              });
    }
  }

  /**
   * Options of the suite come before the benchmarks' own: JMH puts them in place of those that a
   * benchmark asks for at the same place, which it would then lack.
   */
  @Test
  void noBenchmarkAsksForWhatTheSuiteReplaces() {
    benchmarks()
        .forEach(
            (name, entry) -> {
              assertThat(entry.getJvmArgsPrepend().hasValue()).as(name).isFalse();
              assertThat(entry.getJvmArgs().hasValue()).as(name).isFalse();
            });
    assertThat(benchmarks().get("SpoolBench.append").getJvmArgsAppend().get())
        .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
  }

  @Test
  void aQuickRunLeavesOutWhatTakesLongAndASmallMachineWhatItHasNoCpusFor() {
    Set<String> small = SuiteRun.names(Rows.ALL, Mode.QUICK, 2, "");
    assertThat(small)
        .contains("ScaleBench.cycle:kind=NUMBER:series=1000", "turn:ABSENT")
        .contains("RecordBench.counterNumetry@2")
        .doesNotContain("RecordBench.counterNumetry@4", "MarkBench.none")
        .doesNotContain("ScaleBench.cycle:kind=NUMBER:series=1000000");
    assertThat(SuiteRun.names(Rows.ALL, Mode.FULL, 4, ""))
        .contains("RecordBench.counterNumetry@4", "MarkBench.none")
        .contains("ScaleBench.cycle:kind=NUMBER:series=1000000")
        .isEqualTo(SuiteRun.names(Rows.ALL, Mode.FULL_SMOKE, 4, ""));
    assertThat(SuiteRun.names(Rows.ALL, Mode.QUICK, 1, "")).doesNotContain("turn:ABSENT");
    assertThat(SuiteRun.names(Rows.ALL, Mode.FULL, 2, "^PollBench"))
        .containsExactly("PollBench.empty", "PollBench.emptyCall", "PollBench.poll");
  }
}
