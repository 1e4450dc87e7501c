package io.numetry.bench.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssemblyReportTest {
  private static final HotPath ADD = new HotPath("counter add", "CounterBench", "add", true);
  private static final Instruction BACK = new Instruction(0x109, "je", "0x100");

  @Test
  void takesTheEmptyLoopOff() {
    Map<HotPath, HotLoop> loops = new LinkedHashMap<>();
    loops.put(HotPath.EMPTY, new HotLoop(List.of(BACK)));
    loops.put(
        ADD,
        new HotLoop(
            List.of(
                new Instruction(0x100, "inc", "QWORD PTR [r10]"),
                new Instruction(0x103, "ja", "0x180"),
                BACK)));

    String text = AssemblyReport.text(loops);

    assertThat(text)
        .contains("| counter add | 2 | 1 | 1 | 1 |\n")
        .containsPattern(" 0  inc QWORD PTR \\[r10\\] +load store\n")
        .containsPattern(" 3  ja \\+80 +branch to what is rare\n")
        .containsPattern(" 9  je \\+0 +branch\n");
  }

  @Test
  void goesBetweenTheMarks() {
    String page = "before\n" + AssemblyReport.BEGIN + "\nold\n" + AssemblyReport.END + "\nafter\n";

    assertThat(AssemblyReport.between("f", page, "new\n"))
        .isEqualTo(
            "before\n" + AssemblyReport.BEGIN + "\n\nnew\n\n" + AssemblyReport.END + "\nafter\n");
    assertThatThrownBy(() -> AssemblyReport.between("f", "page", "new"))
        .hasMessageContaining("f must have the lines");
  }
}
