package io.numetry.numa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CpuSetTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0-1", "3,5", "0-3,8", "7,9-11,64-127,65535"})
  void shouldWriteWhatTheKernelWrites(String list) {
    assertThat(CpuSet.parse(list)).hasToString(list);
    assertThat(CpuSet.parse(list + "\n")).isEqualTo(CpuSet.parse(list));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"8,0-3; 0-3,8", "0,1,2; 0-2", "0-3,2-5; 0-5", "1-1; 1", "007; 7"})
  void shouldReadWhatTheKernelReadsToo(String list, String normalized) {
    assertThat(CpuSet.parse(list)).hasToString(normalized);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0-3,x; cpu set: item=\"x\" is no number, write a list such as 0-3,8, in text=\"0-3,x\"",
        "0,; cpu set: item=\"\" is no number, write a list such as 0-3,8, in text=\"0,\"",
        "-1; cpu set: item=\"\" is no number, write a list such as 0-3,8, in text=\"-1\"",
        "0-; cpu set: item=\"\" is no number, write a list such as 0-3,8, in text=\"0-\"",
        "1-2-3; cpu set: item=\"2-3\" is no number, write a list such as 0-3,8, in text=\"1-2-3\"",
        "0 1; cpu set: item=\"0 1\" is no number, write a list such as 0-3,8, in text=\"0 1\"",
        "3-1; cpu set: range=3-1 runs backwards, write 1-3, in text=\"3-1\"",
        "0-65536; cpu set: cpu=65536 is out of range, use 0-65535, in text=\"0-65536\"",
        "99999999999; cpu set: cpu=99999999999 is out of range, use 0-65535, in"
            + " text=\"99999999999\"",
      })
  void shouldSayWhatIsWrongWithAList(String list, String message) {
    assertThatThrownBy(() -> CpuSet.parse(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void shouldRefuseNumbersThatNoKernelHas() {
    assertThatThrownBy(() -> CpuSet.of(0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cpu set: cpu=-1 is out of range, use 0-65535");
    assertThatThrownBy(() -> CpuSet.of(65536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cpu set: cpu=65536 is out of range, use 0-65535");
  }

  @Test
  void shouldAnswerInAscendingOrder() {
    CpuSet cpus = CpuSet.of(8, 1, 0, 8);

    assertThat(cpus.toArray()).containsExactly(0, 1, 8);
    assertThat(cpus.stream()).containsExactly(0, 1, 8);
    assertThat(cpus.size()).isEqualTo(3);
    assertThat(cpus.first()).isZero();
    assertThat(cpus.contains(8)).isTrue();
    assertThat(cpus.contains(2)).isFalse();
    assertThat(cpus.contains(-1)).isFalse();
  }

  @Test
  void shouldNotChangeWithTheArrayHandedOut() {
    CpuSet cpus = CpuSet.of(0, 1);
    cpus.toArray()[0] = 7;

    assertThat(cpus).hasToString("0-1");
  }

  @Test
  void shouldHaveAnEmptySet() {
    assertThat(CpuSet.of()).isEqualTo(CpuSet.parse(" \n")).hasToString("");
    assertThat(CpuSet.of().isEmpty()).isTrue();
    assertThat(CpuSet.of(0).isEmpty()).isFalse();
    assertThatThrownBy(() -> CpuSet.of().first())
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("cpu set: first of the empty set, ask isEmpty() before");
  }

  @Test
  void shouldCombineWithoutChangingEither() {
    CpuSet left = CpuSet.parse("0-3");
    CpuSet right = CpuSet.parse("2-5");

    assertThat(left.intersect(right)).hasToString("2-3");
    assertThat(left.minus(right)).hasToString("0-1");
    assertThat(left.union(right)).hasToString("0-5");
    assertThat(left.containsAll(CpuSet.of(1, 3))).isTrue();
    assertThat(left.containsAll(right)).isFalse();
    assertThat(left).hasToString("0-3").isNotEqualTo(right);
    assertThat(left.minus(right).union(CpuSet.of(2, 3))).isEqualTo(left).hasSameHashCodeAs(left);
  }

  @Test
  void shouldSurviveTheRoundTripThroughTextAndMask() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      CpuSet cpus = CpuSet.of(random.ints(random.nextInt(40), 0, 200).toArray());

      assertThat(CpuSet.parse(cpus.toString())).as("seed=%d", seed).isEqualTo(cpus);
      assertThat(CpuSet.ofMask(cpus.toMask())).as("seed=%d", seed).isEqualTo(cpus);
    }
  }
}
