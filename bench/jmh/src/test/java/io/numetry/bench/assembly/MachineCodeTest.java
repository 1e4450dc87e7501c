package io.numetry.bench.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MachineCodeTest {
  private static final String LOG =
      """
      <print_nmethod compile_id='1' compiler='c1' level='3' stamp='1.0'>
        0x00007fd493f23000: 9090 9090
      </print_nmethod>
      <print_nmethod compile_id='2' compile_kind='osr' compiler='c2' level='4' stamp='1.1'>
        0x00007fd493f23700: cccc
      </print_nmethod>
      <print_nmethod compile_id='3' compiler='c2' level='4' stamp='1.2'>
      [Verified Entry Point]
        # {method} {0x00007fd46448d5f8} 'add'
        0x00007fd493f23780: 8984 2400 | c0fe\s
        0x00007fd493f23786: ;   {runtime_call os::javaTimeNanos()}
        0x00007fd493f23786: 49ba\s

        0x00007fd493f2378a: ; ImmutableOopMap {r8=Oop }
                            ;*ifeq {reexecute=1 rethrow=0 return_oop=0}
                            ;   {poll}
        0x00007fd493f2378a: c3
      </print_nmethod>
      <print_nmethod compile_id='4' compiler='c1' level='3' stamp='1.3'>
        0x00007fd493f24000: 9090 9090
      </print_nmethod>
      """;

  @Test
  void isTheLastOfC2() {
    MachineCode code = MachineCode.lastOfC2(LOG);

    assertThat(code.address()).isEqualTo(0x7fd493f23780L);
    assertThat(code.hex()).as("a gap is padded").isEqualTo("89842400c0fe49ba9090c3");
    assertThat(code.polls()).containsExactly(0x7fd493f2378aL);
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> MachineCode.lastOfC2(LOG.replace("compiler='c2'", "compiler='c1'")))
        .hasMessageContaining("no method of the compiler C2");
    assertThatThrownBy(
            () -> MachineCode.lastOfC2(LOG.replaceAll("(?m)^  0x.*: [0-9a-f]{4}.*$|: c3", "")))
        .hasMessageContaining("printed no bytes");
  }
}
