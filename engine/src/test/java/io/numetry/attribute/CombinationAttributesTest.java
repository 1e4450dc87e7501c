package io.numetry.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.schema.Dimension;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombinationAttributesTest {
  private static final Dimension ERROR =
      new Dimension("error.type", List.of("timeout", Dimension.ABSENT));
  private static final Dimension SIDE = new Dimension("side", List.of("near", "far"));

  @Test
  void shouldCountTheLastDimensionFastest() {
    assertThat(
            IntStream.range(0, 5).mapToObj(i -> CombinationAttributes.of(List.of(SIDE, ERROR), i)))
        .containsExactly(
            Attributes.of("side", "near", "error.type", "timeout"),
            Attributes.of("side", "near"),
            Attributes.of("side", "far", "error.type", "timeout"),
            Attributes.of("side", "far"),
            Attributes.of("side", "near", "error.type", "timeout"));
  }

  @Test
  void shouldHaveNoAttributeWhereAllAreAbsent() {
    assertThat(CombinationAttributes.of(List.of(), 0)).isEqualTo(Attributes.empty());
    assertThat(CombinationAttributes.of(List.of(ERROR), 1)).isEqualTo(Attributes.empty());
  }

  @Test
  void shouldLeaveOutOneValueAtMost() {
    List<String> two = List.of(Dimension.ABSENT, Dimension.ABSENT);
    assertThatThrownBy(() -> new Dimension("error.type", two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("each once");
  }
}
