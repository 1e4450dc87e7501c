package io.numetry.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.schema.AttributeType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AttributesTest {
  private static final int ROUNDS = 1_000;
  private static final int KEYS = 20;

  private static Attributes.Builder builder() {
    return Attributes.builder();
  }

  private static Attributes everyType() {
    return builder()
        .put("string", "a")
        .put("boolean", true)
        .put("long", 1)
        .put("double", 1.0)
        .put("strings", "a", "b")
        .put("booleans", true, false)
        .put("longs", 1, 2L)
        .put("doubles", 1, 2.5)
        .put("bytes", new byte[] {1, -1})
        .put("map", Attributes.of("key", "value"))
        .build();
  }

  @Test
  void shouldTellTheTypeOfEachValue() {
    Map<String, AttributeType> types = new LinkedHashMap<>();
    Attributes attributes = everyType();
    attributes.forEach((key, value) -> types.put(key, attributes.type(key)));
    assertThat(types)
        .containsExactly(
            Map.entry("boolean", AttributeType.BOOLEAN),
            Map.entry("booleans", AttributeType.BOOLEAN_ARRAY),
            Map.entry("bytes", AttributeType.BYTES),
            Map.entry("double", AttributeType.DOUBLE),
            Map.entry("doubles", AttributeType.DOUBLE_ARRAY),
            Map.entry("long", AttributeType.LONG),
            Map.entry("longs", AttributeType.LONG_ARRAY),
            Map.entry("map", AttributeType.MAP),
            Map.entry("string", AttributeType.STRING),
            Map.entry("strings", AttributeType.STRING_ARRAY));
    assertThat(attributes.type("none")).isNull();
    assertThat(attributes.get("none")).isNull();
    assertThat(attributes.get("long")).isEqualTo(1L);
  }

  @Test
  void shouldKeepAnArrayOfOneAnArray() {
    Attributes attributes =
        builder()
            .put("string", new String[] {"a"})
            .put("boolean", new boolean[] {true})
            .put("long", new long[] {1})
            .put("double", new double[] {1})
            .put("none", new long[0])
            .build();
    assertThat(attributes.type("string")).isEqualTo(AttributeType.STRING_ARRAY);
    assertThat(attributes.type("boolean")).isEqualTo(AttributeType.BOOLEAN_ARRAY);
    assertThat(attributes.type("long")).isEqualTo(AttributeType.LONG_ARRAY);
    assertThat(attributes.type("double")).isEqualTo(AttributeType.DOUBLE_ARRAY);
    assertThat(attributes.type("none")).isEqualTo(AttributeType.LONG_ARRAY);
  }

  @Test
  void shouldBeEqualByKeysTypesAndValues() {
    assertThat(everyType()).isEqualTo(everyType()).hasSameHashCodeAs(everyType());
    assertThat(everyType().toString())
        .isEqualTo(
            "{boolean=true, booleans=[true, false], bytes=01ff, double=1.0, doubles=[1.0, 2.5],"
                + " long=1, longs=[1, 2], map={key=value}, string=a, strings=[a, b]}");
    Attributes[] allDifferent = {
      Attributes.empty(),
      Attributes.of("key", "1"),
      Attributes.of("other", "1"),
      builder().put("key", 1).build(),
      builder().put("key", 1.0).build(),
      builder().put("key", 0.0).build(),
      builder().put("key", -0.0).build(),
      builder().put("key", Double.NaN).build(),
      builder().put("key", true).build(),
      builder().put("key", new String[0]).build(),
      builder().put("key", new boolean[0]).build(),
      builder().put("key", new long[0]).build(),
      builder().put("key", new double[0]).build(),
      builder().put("key", new byte[0]).build(),
      builder().put("key", Attributes.empty()).build(),
      builder().put("key", new String[] {"1"}).build(),
      builder().put("key", new long[] {1}).build(),
      builder().put("key", new double[] {1}).build(),
      builder().put("key", 1, 2).build(),
      builder().put("key", 2, 1).build(),
      builder().put("key", new double[] {0.0}).build(),
      builder().put("key", new double[] {-0.0}).build(),
      builder().put("key", new byte[] {1}).build(),
      builder().put("key", Attributes.of("key", "1")).build(),
    };
    for (int i = 0; i < allDifferent.length; i++) {
      for (int j = 0; j < allDifferent.length; j++) {
        assertThat(allDifferent[i].equals(allDifferent[j]))
            .as("%s and %s", allDifferent[i], allDifferent[j])
            .isEqualTo(i == j);
      }
    }
  }

  @Test
  void shouldNotChangeWithWhatItWasMadeOf() {
    String[] strings = {"a"};
    long[] longs = {1};
    byte[] bytes = {1};
    Attributes.Builder builder =
        builder().put("strings", strings).put("longs", longs).put("bytes", bytes);
    Attributes built = builder.build();
    String before = built.toString();
    strings[0] = "b";
    longs[0] = 2;
    bytes[0] = 2;
    builder.put("more", "x");
    ((AttributeBytes) built.get("bytes")).toByteArray()[0] = 3;
    assertThat(built).hasToString(before);
  }

  @Test
  void shouldTakeTheOthersValueOfAKeyOfBoth() {
    assertThat(Attributes.of("a", "1", "b", "2").with(builder().put("b", 3, 4).build()))
        .hasToString("{a=1, b=[3, 4]}");
  }

  @Test
  void shouldBeWhatASortedMapIs() {
    var random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      SortedMap<String, Object> one = new TreeMap<>();
      SortedMap<String, Object> other = new TreeMap<>();
      Attributes first = random(random, one);
      Attributes second = random(random, other);
      assertThat(first).hasToString(one.toString());
      assertThat(first.size()).isEqualTo(one.size());
      for (int key = 0; key < KEYS; key++) {
        assertThat(first.get("k" + key)).isEqualTo(one.get("k" + key));
        assertThat(first.containsKey("k" + key)).isEqualTo(one.containsKey("k" + key));
      }
      assertThat(first.equals(second)).isEqualTo(one.equals(other));
      Attributes both = first.with(second);
      one.putAll(other);
      assertThat(both).hasToString(one.toString());
      Attributes.Builder inOrder = builder();
      one.forEach((key, value) -> inOrder.put(key, (Long) value));
      assertThat(both).isEqualTo(inOrder.build()).hasSameHashCodeAs(inOrder.build());
      one.keySet().removeIf(key -> key.endsWith("1"));
      assertThat(both.filter(key -> !key.endsWith("1"))).hasToString(one.toString());
    }
  }

  /** The same in both. */
  private static Attributes random(Random random, SortedMap<String, Object> values) {
    Attributes.Builder builder = builder();
    for (int i = random.nextInt(KEYS); i > 0; i--) {
      String key = "k" + random.nextInt(KEYS);
      long value = random.nextInt(2);
      builder.put(key, value);
      values.put(key, value);
    }
    return builder.build();
  }

  @Test
  void shouldKeepTheWantedKeys() {
    assertThat(everyType().filter(key -> key.startsWith("b")))
        .hasToString("{boolean=true, booleans=[true, false], bytes=01ff}");
    assertThat(everyType().filter(key -> false)).isSameAs(Attributes.empty());
  }

  @Test
  void shouldNameTheKeyOfANull() {
    String expected = "attribute k: value is null; write a value, or leave the attribute out";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put("k", (String) null))
        .withMessage(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put("k", (String[]) null))
        .withMessage(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put("k", (boolean[]) null))
        .withMessage(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put("k", (long[]) null))
        .withMessage(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put("k", (double[]) null))
        .withMessage(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put("k", (byte[]) null))
        .withMessage(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put("k", (Attributes) null))
        .withMessage(expected);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put("k", "a", null))
        .withMessage("attribute k: element 1 is null; write strings only");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put(null, "a"))
        .withMessage("attribute: key is null, value=a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put("", 5))
        .withMessage("attribute: key is empty, value=5");
  }

  @Test
  void shouldBoundNesting() {
    Attributes deepest = Attributes.of("leaf", "value");
    for (int i = 0; i < Attributes.MAX_NESTING; i++) {
      deepest = builder().put("k", deepest).build();
    }
    Attributes map = deepest;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().put("k", map))
        .withMessage("attribute k: nesting=17 exceeds 16; write flatter maps instead");
  }

  @Test
  void shouldBoundSize() {
    int fits = Attributes.MAX_SIZE - 2 - 8;
    builder().put("a", "x".repeat(fits)).put("b", 1).build();
    Attributes.Builder larger = builder().put("a", new byte[fits + 1]).put("b", 1);
    assertThatIllegalArgumentException()
        .isThrownBy(larger::build)
        .withMessage(
            "attribute a: size of all attributes=1048577 exceeds 1048576;"
                + " write a shorter value instead");
    Attributes half = Attributes.of("half", "x".repeat(Attributes.MAX_SIZE / 2));
    Attributes.Builder twice = builder().put("a", half).put("b", half);
    assertThatIllegalArgumentException().isThrownBy(twice::build);
  }
}
