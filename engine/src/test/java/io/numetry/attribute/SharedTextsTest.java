package io.numetry.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
  private static final int SETS = 10_000;

  private final SharedTexts texts = new SharedTexts();

  /** Every text made anew. */
  private static Attributes of(int number) {
    return Attributes.builder()
        .put("key-".concat("route"), "route-" + number % 10)
        .put("key-".concat("session"), "session-" + number)
        .put("count", number)
        .put("list", "a" + number % 2, "b")
        .build();
  }

  @Test
  void shouldLeaveAttributesAsTheyAre() {
    for (int i = 0; i < SETS; i++) {
      assertThat(texts.share(of(i))).isEqualTo(of(i)).hasSameHashCodeAs(of(i));
      assertThat(texts.share(of(i))).hasToString(of(i).toString());
    }
  }

  @Test
  void shouldKeepOneTextOfManyThatAreAlike() {
    Attributes first = texts.share(of(1));
    Attributes later = texts.share(of(11));
    assertThat(later.get("key-route")).isSameAs(first.get("key-route"));
    assertThat(keys(later)).allMatch(key -> keys(first).stream().anyMatch(k -> k == key));
    assertThat(later.get("key-session")).isEqualTo("session-11");
  }

  @Test
  void shouldKeepTheSetWhoseTextsAreShared() {
    Attributes first = texts.share(of(1));
    assertThat(texts.share(first)).isSameAs(first);
    assertThat(texts.share(Attributes.empty())).isSameAs(Attributes.empty());
  }

  /** Texts that come once take places, and may not take all of them from those that come often. */
  @Test
  void shouldShareMostOfWhatComesOften() {
    Set<Integer> made =
        IntStream.range(0, SETS)
            .mapToObj(i -> System.identityHashCode(texts.share(of(i)).get("key-route")))
            .collect(Collectors.toSet());
    assertThat(made).hasSizeLessThan(SETS / 20);
  }

  private static Set<String> keys(Attributes attributes) {
    Set<String> keys = new TreeSet<>();
    attributes.forEach((key, value) -> keys.add(key));
    return keys;
  }
}
