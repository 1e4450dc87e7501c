package io.numetry.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demo on two NUMA nodes: every lane crosses from socket to socket, and each node has an
 * aggregator that sends its own series, or its part of the process's.
 */
class NumaMachineTest {
  private static final String VARIABLE = "NUMETRY_NUMA_VM";

  /** Uses the variable's script, and is not misled by a machine that stands still. */
  private static final String MACHINE = "../../scripts/lib/numa-machine.sh";

  @ParameterizedTest
  @ValueSource(strings = {"node", "process"})
  void twoNodesTogetherLoseNothing(String level) throws Exception {
    @Nullable String machine = System.getenv(VARIABLE);
    assumeTrue(
        machine != null && !machine.isBlank(),
        VARIABLE + " is not set; it names a script that runs a command on a machine of two nodes");
    Process process =
        new ProcessBuilder(
                MACHINE,
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
                "io.numetry.examples.demo.Demo",
                "--cpus",
                "0,2",
                "--seconds",
                "10",
                "--rate",
                "500",
                "--interval",
                "500",
                "--level",
                level)
            .redirectErrorStream(true)
            .start();
    try {
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(printed).isZero();
      assertThat(printed)
          .contains("gateway on CPUs [0, 2] of node0=0-1 node1=2-3")
          .containsPattern("recorded \\d{4,}, received \\d{4,}, lost 0, doubled 0")
          .doesNotContain("DIFFERS");
    } finally {
      process.destroyForcibly();
    }
  }

  private static String classPath() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    return target.resolve("classes")
        + File.pathSeparator
        + Files.readString(target.resolve("runtime-classpath.txt")).strip();
  }
}
