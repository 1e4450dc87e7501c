package io.numetry.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code scripts/lib/numa-machine.sh} on machines that are this host, but for what goes wrong: what
 * stands still is told from what fails.
 */
class NumaMachineScriptTest {
  private static final String TO_COMMAND =
      "#!/bin/bash\nwhile [ \"$1\" != -- ]; do shift; done\nshift\n";
  private static final String STAND_STILL = "exec sleep 1000\n";
  private static final List<String> COMMAND =
      List.of("sh", "-c", "echo printed; printf 'without end' >&2; exit 3");

  @TempDir Path folder;

  @Test
  void theCommandsOutputAndStatusAreTheScripts() throws Exception {
    Tool tool = run(TO_COMMAND + "exec \"$@\"\n", 60, COMMAND);
    assertThat(tool.status()).isEqualTo(3);
    assertThat(tool.printed()).isEqualToIgnoringNewLines("printedwithout end");
  }

  @Test
  void anotherMachineIsTakenForOneThatDoesNotBegin() throws Exception {
    Path been = folder.resolve("been");
    Tool tool =
        run(
            TO_COMMAND
                + "[ -e %1$s ] || { touch %1$s; %2$s }\nexec \"$@\"\n".formatted(been, STAND_STILL),
            60,
            COMMAND);
    assertThat(tool.status()).isEqualTo(3);
    assertThat(tool.printed())
        .contains("machine 1 of 3, two, stood still or broke while beginning", "printed")
        .doesNotContain("machine 2");
  }

  @Test
  void aMachineThatStandsStillAfterTheCommandIsLeftAlone() throws Exception {
    Tool tool = run(TO_COMMAND + "\"$@\"\n" + STAND_STILL, 60, COMMAND);
    assertThat(tool.status()).isEqualTo(3);
    assertThat(tool.printed()).isEqualToIgnoringNewLines("printedwithout end");
  }

  @Test
  void aMachineThatBreaksIsNoCommandThatFails() throws Exception {
    Tool tool = run("#!/bin/bash\necho broken >&2\nexit 1\n", 60, COMMAND);
    assertThat(tool.status()).isEqualTo(125);
    assertThat(tool.printed()).contains("broken", "machine 3 of 3, two, stood still or broke");
  }

  @Test
  void aCommandThatHangsOnAMachineThatLivesIsTheCommandsFault() throws Exception {
    Tool tool = run(TO_COMMAND + "exec \"$@\"\n", 1, List.of("sleep", "1000"));
    assertThat(tool.status()).isEqualTo(124);
    assertThat(tool.printed())
        .contains("the command did not end within 1 s, and the machine lives")
        .doesNotContain("of 3");
  }

  private Tool run(String machine, int limitSeconds, List<String> command) throws Exception {
    Path script =
        Files.createFile(
            folder.resolve("machine"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(script, machine);
    List<String> line = new ArrayList<>();
    line.addAll(List.of("env", "NUMETRY_NUMA_VM=" + script));
    line.add("../../scripts/lib/numa-machine.sh");
    line.addAll(List.of("--begin", "2", "--end", "1", "--limit", String.valueOf(limitSeconds)));
    line.addAll(List.of("two", "--"));
    line.addAll(command);
    return Tool.run(line);
  }
}
