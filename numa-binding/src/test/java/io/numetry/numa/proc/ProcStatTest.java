package io.numetry.numa.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of stat files, plain, odd and broken. */
class ProcStatTest {
  private static final String REST =
      " R 31272 31272 28199 0 -1 4194304 98 7 3 5 250 125 1 2 20 0 4 0 2012052 3133440 377"
          + " 18446744073709551615 94627741880320 94627741900201 140733149864848 0 0 0 0 0 0 0 0 0 17"
          + " 6 0 0 0 0 0\n";

  @ParameterizedTest
  @ValueSource(
      strings = {"cat", "two words", "a) R 1 (b", "((()))", "", ") ", "tab\tand\nline", "1 (x) S"})
  void aNameMayHoldAnything(String name) {
    ProcStat stat = ProcStat.parse("32605 (" + name + ")" + REST).orElseThrow();
    assertThat(stat.minorFaults()).hasValue(98);
    assertThat(stat.majorFaults()).hasValue(3);
    assertThat(stat.userSeconds()).hasValue(2.5);
    assertThat(stat.systemSeconds()).hasValue(1.25);
    assertThat(stat.startTicks()).hasValue(2012052);
    assertThat(stat.lastCpu()).hasValue(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "32605", "32605 (cat", "32605 (cat)", "x (cat) R 1", ") (", "(cat) R 1"})
  void whatIsNoStatIsAbsent(String text) {
    assertThat(ProcStat.parse(text)).isEmpty();
  }

  @Test
  void fieldsThatAreMissingOrNoNumbersAreAbsent() {
    ProcStat stat =
        ProcStat.parse("1 (x) R 0 0 0 0 0 0 12 0 -4 0 99x 12345678901234567890").orElseThrow();
    assertThat(stat.minorFaults()).hasValue(12);
    assertThat(stat.majorFaults()).isEmpty();
    assertThat(stat.userSeconds()).isEmpty();
    assertThat(stat.systemSeconds()).isEmpty();
    assertThat(stat.startTicks()).isEmpty();
    assertThat(stat.lastCpu()).isEmpty();
    assertThat(ProcStat.parse("1 (x) ").map(ProcStat::lastCpu))
        .isEqualTo(Optional.of(stat.lastCpu()));
  }
}
