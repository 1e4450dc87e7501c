package io.numetry.bench.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.affinity.result.AffinityReport;
import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.affinity.synthetic.FixtureHosts;
import io.numetry.bench.affinity.synthetic.SyntheticResults;
import io.numetry.bench.support.json.RecordJson;
import io.numetry.numa.hosts.Hosts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AffinityBenchTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int run(String... args) {
    return AffinityBench.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Everything is measured on the machine that runs this; how long it takes does not matter. */
  @Test
  void aSmokeRunMeasuresWhatThisHostHas() throws IOException {
    assertThat(run("--smoke", "--json", "--output", folder.resolve("made").toString()))
        .as(err())
        .isZero();
    AffinityReport report = RecordJson.read(AffinityReport.class, out());
    AffinityResult result = report.result();
    int cpus = result.cpus().size();
    assertThat(result.run().mode()).isEqualTo(Mode.SMOKE);
    assertThat(result.clock().readNanos()).isPositive();
    if (cpus > 1) {
      assertThat(result.handovers())
          .isNotEmpty()
          .allSatisfy(handover -> assertThat(handover.nanos().min()).isPositive());
      assertThat(result.aggregators())
          .isNotEmpty()
          .allSatisfy(cost -> assertThat(cost.flips()).isPositive());
    }
    assertThat(result.recordings())
        .isNotEmpty()
        .allSatisfy(
            recording -> {
              assertThat(recording.warm().p50()).isPositive();
              assertThat(recording.cold().p50()).isPositive();
              assertThat(recording.memory()).isNotEmpty();
            });
    assertThat(result.jitters()).isNotEmpty();
    assertThat(result.jitters())
        .extracting(Jitter::turns)
        .allSatisfy(turns -> assertThat(turns).isPositive());
    assertThat(report.recommendation().explained()).contains("placement by numa-packing");
    try (Stream<Path> files = Files.list(folder.resolve("made"))) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
          .hasSize(2)
          .satisfies(
              names -> {
                assertThat(names.getFirst()).endsWith("-affinity-smoke.html");
                assertThat(names.getLast()).endsWith("-affinity-smoke.json");
              });
    }
  }

  @Test
  void makesThePageOfAnEarlierRunAgain() throws IOException {
    AffinityReport report =
        new SyntheticResults(FixtureHosts.of(Hosts.FOUR_SOCKETS), Mode.FULL).report();
    Path file = Files.writeString(folder.resolve("server-7.json"), RecordJson.write(report));
    assertThat(run("--from", file.toString(), "--output", folder.toString())).as(err()).isZero();
    assertThat(out()).startsWith(report.verdict());
    assertThat(folder.resolve("server-7.html")).content().contains("node 3", "CPU 15");
  }

  @Test
  void aFileOfSomethingElseIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), "{\"format\":\"x\"}");
    assertThat(run("--from", file.toString(), "--output", folder.toString())).isEqualTo(1);
    assertThat(err())
        .contains(
            "other.json: is no report of this bench, json: AffinityReport: member \"version\"");
  }

  @Test
  void nonsenseEndsWithTwoAndASentence() {
    assertThat(run("--quik")).isEqualTo(2);
    assertThat(err())
        .isEqualToNormalizingNewlines(
            "bench-affinity: argument \"--quik\" is none of --quick, --full, --smoke, --output,"
                + " --json, --from, --help; --help tells what to write\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void helpGoesToTheOutput() {
    assertThat(run("--help")).isZero();
    assertThat(out()).startsWith("usage: bench-affinity").contains("--quick", "--full", "--smoke");
  }

  @Test
  void aHostThatIsNotHereIsNotMeasured() {
    String property = "numetry.numa.sysfs.root";
    System.setProperty(property, "/some/tree");
    try {
      assertThat(run("--smoke")).isEqualTo(2);
    } finally {
      System.clearProperty(property);
    }
    assertThat(err()).contains("numetry.numa.sysfs.root=/some/tree stands in for this host");
  }
}
