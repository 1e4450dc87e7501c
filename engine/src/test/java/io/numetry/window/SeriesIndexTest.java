package io.numetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesIndexTest {
  private static final int CHANGES = 100_000;
  private static final int KINDS = 2_000;

  private final SeriesIndex index = new SeriesIndex();

  /** "Aa" and "BB" have the same hash, and so have all strings made of them. */
  private static Attributes colliding(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 6; bit++) {
      text.append((number >>> bit & 1) == 0 ? "Aa" : "BB");
    }
    return Attributes.of("key", text.toString());
  }

  private static Attributes attributes(int number) {
    return number % 4 == 0
        ? colliding(number / 4)
        : Attributes.builder().put("session", "session-" + number).put("n", number).build();
  }

  /** Looked for in parts and as a whole. */
  private int find(Attributes attributes) {
    int whole = index.find(attributes, Attributes.empty());
    Attributes entity = attributes.filter(key -> !key.equals("n"));
    Attributes level = attributes.filter(key -> key.equals("n"));
    assertThat(index.find(entity, level)).isEqualTo(whole);
    return whole;
  }

  @Test
  void shouldFindWhatAMapFinds() {
    var random = new Random(1);
    Map<Attributes, Integer> expected = new HashMap<>();
    Deque<Integer> free = new ArrayDeque<>();
    for (int i = 0; i < CHANGES; i++) {
      // Mostly more at first, mostly fewer later on.
      boolean adds = random.nextInt(CHANGES) > i;
      Attributes attributes = attributes(random.nextInt(KINDS));
      Integer known = expected.get(attributes);
      assertThat(find(attributes)).isEqualTo(known == null ? SeriesIndex.NONE : known);
      if (adds && known == null) {
        int series = free.isEmpty() ? expected.size() : free.removeFirst();
        index.add(series, attributes, Attributes.empty());
        expected.put(attributes, series);
      } else if (!adds && known != null) {
        index.remove(known);
        expected.remove(attributes);
        free.addLast(known);
      }
      assertThat(index.size()).isEqualTo(expected.size());
    }
    assertThat(expected).isNotEmpty();
    for (int number = 0; number < KINDS; number++) {
      Attributes attributes = attributes(number);
      assertThat(find(attributes)).isEqualTo(expected.getOrDefault(attributes, SeriesIndex.NONE));
    }
    expected.forEach((attributes, i) -> assertThat(index.attributes(i)).isEqualTo(attributes));
  }
}
