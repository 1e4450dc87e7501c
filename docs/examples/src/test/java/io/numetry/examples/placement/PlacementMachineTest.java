package io.numetry.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of what {@code scripts/test-numa} proves: two of its machines. */
class PlacementMachineTest {
  private static final String VARIABLE = "NUMETRY_NUMA_VM";

  /** Uses the variable's script, and is not misled by a machine that stands still. */
  private static final String MACHINE = "../../scripts/lib/numa-machine.sh";

  @ParameterizedTest
  @ValueSource(strings = {"nomem", "holes"})
  void everyPageIsWhereItWasPlanned(String name) throws Exception {
    @Nullable String machine = System.getenv(VARIABLE);
    assumeTrue(
        machine != null && !machine.isBlank(),
        VARIABLE
            + " is not set; it names a script that runs a command on a machine of several nodes");
    Path target = Path.of("target").toAbsolutePath();
    Tool tool =
        Tool.run(
            List.of(
                MACHINE,
                name,
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx160m",
                "-cp",
                target.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(target.resolve("runtime-classpath.txt")).strip(),
                PlacementProof.class.getName()));
    assertThat(tool.status()).as(tool.printed()).isZero();
    assertThat(tool.printed())
        .contains("no deviations remote pages=0 unknown pages=0")
        .contains("numa_maps has these ranges' pages on their nodes")
        .contains("numa-doctor --placement agrees")
        .contains("lost 0, doubled 0", "PROVEN");
  }
}
