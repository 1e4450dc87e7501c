package io.numetry.bench.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.numetry.bench.affinity.result.AffinityReport;
import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.bench.affinity.result.Scenario;
import io.numetry.bench.support.json.RecordJson;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bench on two NUMA nodes: banks lie where they are to lie, and everything that needs a second
 * node is measured. The machine is emulated, so its figures mean nothing.
 */
class NumaMachineTest {
  private static final String VARIABLE = "NUMETRY_NUMA_VM";

  /** Uses the variable's script, and is not misled by a machine that stands still. */
  private static final String MACHINE = "../../scripts/lib/numa-machine.sh";

  @TempDir Path folder;

  @Test
  void twoNodesAreMeasuredAgainstEachOther() throws Exception {
    @Nullable String machine = System.getenv(VARIABLE);
    assumeTrue(
        machine != null && !machine.isBlank(),
        VARIABLE + " is not set; it names a script that runs a command on a machine of two nodes");
    Process process =
        new ProcessBuilder(
                MACHINE,
                "--rw",
                folder.toString(),
                "two",
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // An emulated processor is slow: compile little, and start no more than is needed.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                classPath(),
                "io.numetry.bench.affinity.AffinityBench",
                "--smoke",
                "--output",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try {
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(printed).isZero();
      check(report(".json"), printed);
      assertThat(report(".html")).exists();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void check(Path json, String printed) throws Exception {
    AffinityReport report = RecordJson.read(AffinityReport.class, Files.readString(json));
    AffinityResult result = report.result();
    assertThat(result.handovers()).as(printed).hasSize(6);
    assertThat(result.handovers())
        .filteredOn(handover -> handover.relation() == Relation.OTHER_NODE)
        .hasSize(4);
    assertThat(result.recordings())
        .extracting(r -> r.cpuNode() + " on " + r.memory())
        .containsExactlyInAnyOrder("0 on node 0", "0 on node 1", "1 on node 1", "1 on node 0");
    assertThat(result.aggregators())
        .extracting(cost -> cost.ownerNode() + ":" + cost.aggregatorNode())
        .contains("0:0", "0:1", "1:0", "1:1");
    assertThat(result.jitters())
        .extracting(jitter -> jitter.scenario())
        .contains(Scenario.OFF_PINNED, Scenario.ON_PLACED, Scenario.ON_OTHER_NODE);
    assertThat(report.recommendation().housekeeping()).isEqualTo("0,2");
    assertThat(report.recommendation().cores()).isEqualTo("1,3");
  }

  private Path report(String suffix) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(suffix)).toList();
      assertThat(found).hasSize(1);
      return found.getFirst();
    }
  }

  private static String classPath() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    return target.resolve("classes")
        + File.pathSeparator
        + Files.readString(target.resolve("runtime-classpath.txt")).strip();
  }
}
