package io.numetry.bench.affinity.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void takesTheNearestRank() {
    double[] values = IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray();
    assertThat(Spread.of(values)).isEqualTo(new Spread(1, 100, 180, 198, 200, 200));
  }

  @Test
  void ofOneValueIsThatValue() {
    assertThat(Spread.of(3)).isEqualTo(new Spread(3, 3, 3, 3, 3, 1));
  }

  @Test
  void leavesTheRestOfTheArrayOut() {
    double[] values = {5, 1, 3, 1000};
    assertThat(Spread.of(values, 3)).isEqualTo(new Spread(1, 3, 5, 5, 5, 3));
    assertThat(values).as("as it was").containsExactly(5, 1, 3, 1000);
  }

  @Test
  void refusesNothingAndNaN() {
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(new double[4], 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(1, Double.NaN));
  }

  @Test
  void takesOffNoMoreThanThereIs() {
    assertThat(Spread.of(2, 4, 9).less(3)).isEqualTo(new Spread(0, 1, 6, 6, 6, 3));
  }
}
