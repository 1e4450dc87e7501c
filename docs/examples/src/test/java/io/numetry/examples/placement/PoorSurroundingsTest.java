package io.numetry.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.numetry.numa.NumaSystem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gateway where libraries, system calls, CPUs or files are missing: what is strict is a clear
 * error, what is not goes on, says so, and loses nothing.
 */
class PoorSurroundingsTest {
  private static final String VARIABLE = "NUMETRY_NUMA_VM";
  private static final String EXACT = "lost 0, doubled 0";
  private static final boolean ONE_NODE = NumaSystem.system().topology().host().nodes().size() == 1;

  @TempDir Path folder;

  @BeforeAll
  static void aHostThatTellsOfItsThreads() {
    assumeTrue(NumaSystem.system().currentKernelThread().isPresent(), "a kernel that tells");
  }

  @Test
  void withoutLibnumaASingleNodeIsAsGood() throws Exception {
    List<String> option = List.of("-Dnumetry.numa.library=libnumetry-none.so");
    Tool strict = run(List.of(), option);
    if (ONE_NODE) {
      assertThat(strict.status()).as(strict.printed()).isZero();
      assertThat(strict.printed()).contains("no deviations remote pages=0 unknown pages=0", EXACT);
    } else {
      cannotTell(strict);
      goesOn(run(List.of(), option, "--best-effort"), "is not bound to node");
    }
    assertThat(strict.printed()).contains("library=libnumetry-none.so cannot be used, install it");
  }

  @Test
  void withoutSysfsNobodyKnowsWherePagesLie() throws Exception {
    List<String> option =
        List.of("-Dnumetry.numa.sysfs.root=" + Files.createDirectory(folder.resolve("empty")));
    cannotTell(run(List.of(), option));
    goesOn(
        run(List.of(), option, "--best-effort"),
        "is not bound to node 0",
        "stands in for this host, memory is not bound; unset it to place for real",
        "unknown, where");
  }

  @Test
  void oneCpuIsSharedByAll() throws Exception {
    int cpu = NumaSystem.system().topology().allowedCpus().first();
    Tool tool = run(List.of("taskset", "-c", String.valueOf(cpu)), List.of());
    assertThat(tool.status()).as(tool.printed()).isZero();
    assertThat(tool.printed())
        .contains("aggregator of node")
        .contains("shared with cores, nothing else is left")
        .contains("PROVEN", EXACT);
  }

  @Test
  void anAddressSpaceThatIsTooSmallIsAClearError() throws Exception {
    Tool tool =
        run(
            List.of("sh", "-c", "ulimit -v 12000000; exec \"$@\"", "sh"),
            List.of(
                "-Xmx128m", "-XX:ReservedCodeCacheSize=64m", "-XX:CompressedClassSpaceSize=64m"),
            "--bank-mib",
            "4096");
    assertThat(tool.status()).as(tool.printed()).isEqualTo(2);
    assertThat(tool.printed())
        .containsPattern(
            "cannot be placed: reserve: the kernel refused bytes=\\d+ node=\\d+ tag=bank")
        .contains("ask for less, or see ulimit -v and vm.max_map_count");
  }

  @Test
  void pinningThatIsRefusedIsAnErrorOrCounted() throws Exception {
    List<String> denied = denied("sched_setaffinity");
    Tool strict = run(denied, List.of());
    assertThat(strict.status()).as(strict.printed()).isEqualTo(2);
    assertThat(strict.printed())
        .containsPattern("cannot be placed: (core|network) \\S+: pin: the kernel refused cpus=");
    goesOn(
        run(denied, List.of(), "--best-effort"),
        "runs unpinned (told once): pin: the kernel refused",
        "pins refused=");
  }

  @ParameterizedTest
  @CsvSource({"docker, mbind: refused", "no-numa, this kernel has no NUMA policy"})
  void refusedCallsAreNoHarmOnASingleNode(String filter, String told) throws Exception {
    assumeTrue(ONE_NODE, "several nodes here: scripts/test-numa proves these");
    Tool tool = run(denied(filter), List.of());
    assertThat(tool.status()).as(tool.printed()).isZero();
    assertThat(tool.printed()).contains(told, EXACT, "PROVEN");
  }

  private static void cannotTell(Tool tool) {
    assertThat(tool.status()).as(tool.printed()).isEqualTo(2);
    assertThat(tool.printed())
        .contains("cannot be placed: bank of ")
        .contains("cannot tell whether pages=")
        .contains("allow mbind and move_pages, or place memory by best effort");
  }

  private static void goesOn(Tool tool, String... told) {
    assertThat(tool.status()).as(tool.printed()).isZero();
    assertThat(tool.printed()).contains(told).contains(EXACT);
  }

  private static List<String> denied(String calls) {
    @Nullable String machine = System.getenv(VARIABLE);
    assumeTrue(
        machine != null && !machine.isBlank(),
        VARIABLE
            + " is not set; beside the script that it names lies one that refuses system calls");
    Path script = Path.of(machine).resolveSibling("deny-syscalls.py");
    assumeTrue(Files.isExecutable(script), script + " is not there; it refuses system calls");
    return List.of(script.toString(), calls, "--");
  }

  private static Tool run(List<String> wrapper, List<String> options, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), PlacementProof.class.getName(), "--seconds", "1"));
    Stream.of(arguments).forEach(command::add);
    return Tool.run(command);
  }

  private static String classPath() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    return target.resolve("classes")
        + File.pathSeparator
        + Files.readString(target.resolve("runtime-classpath.txt")).strip();
  }
}
