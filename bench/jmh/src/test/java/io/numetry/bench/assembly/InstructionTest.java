package io.numetry.bench.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mov    | r9d,DWORD PTR [r8+0x30]  | load",
        "mov    | BYTE PTR [r11],0x1       | store",
        "movzx  | r9d,BYTE PTR [rcx+0x94]  | load",
        "inc    | QWORD PTR [r10]          | load store",
        "add    | QWORD PTR [r10],rax      | load store",
        "and    | r9,QWORD PTR [r12+0x20]  | load",
        "vaddsd | xmm0,xmm0,QWORD PTR [r9] | load",
        "vmovsd | QWORD PTR [r9],xmm0      | store",
        "cmp    | QWORD PTR [r9],0x0       | load",
        "test   | DWORD PTR [rdi],eax      | load",
        "lea    | r11,[r10+r9*1]           | none",
        "nop    | WORD PTR [rax+rax*1]     | none",
        "inc    | rbp                      | none",
      })
  void knowsWhatTouchesMemory(String mnemonic, String operands, String expected) {
    var instruction = new Instruction(0, mnemonic, operands);

    String found = (instruction.loads() ? "load " : "") + (instruction.stores() ? "store" : "");

    assertThat(found.isEmpty() ? "none" : found.strip()).isEqualTo(expected);
  }
}
