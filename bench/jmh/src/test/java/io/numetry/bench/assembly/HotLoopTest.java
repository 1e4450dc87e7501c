package io.numetry.bench.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HotLoopTest {
  /** A loop with an exit, a padded start, and a long way that calls and comes back. */
  private static final String CODE =
      """
      Disassembly of section .data:

      0000000000000010 <.data>:
        10:\tmov    rbx,rdx
        13:\tnop    DWORD PTR [rax+rax*1+0x0]
        20:\tinc    QWORD PTR [r10]
        24:\tcmp    rax,QWORD PTR [r9]
        28:\tja     0x50
        2a:\tinc    rbp
        2d:\ttest   DWORD PTR [rdi],eax        # poll
        30:\ttest   r9d,r9d
        33:\tje     0x20
        35:\tcall   0x900
        3a:\tret
        50:\tmov    QWORD PTR [rsp+0x8],rax
        55:\tcall   0x800
        5a:\tjmp    0x2a
      """;

  private static final long POLL = 0x2e;

  @Test
  void isWhatLeadsBackWithoutCall() {
    HotLoop loop = HotLoop.find(Disassembler.parse(CODE), POLL);

    assertThat(loop.body())
        .extracting(Instruction::address)
        .containsExactly(0x20L, 0x24L, 0x28L, 0x2aL, 0x2dL, 0x30L, 0x33L);
    assertThat(loop.count()).isEqualTo(7);
    assertThat(loop.loads()).isEqualTo(3);
    assertThat(loop.stores()).isEqualTo(1);
    assertThat(loop.conditions()).isEqualTo(2);
  }

  @Test
  void isNotWhereNothingLeadsBack() {
    List<Instruction> code = Disassembler.parse(CODE.replace("je     0x20", "je     0x35"));

    assertThatThrownBy(() -> HotLoop.findAny(code, List.of(POLL)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no safepoint poll in a loop");
  }
}
