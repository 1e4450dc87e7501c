package io.numetry.exporter.random;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.random.AttributeSetSpec.Component;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What registrations of a set are told apart by: a few choices, so that some share a series. If the
 * schema has attribute sets, the attributes come from records of them.
 */
final class MadeAttributes {
  private static final List<Attributes> CHOICES =
      List.of(
          Attributes.empty(),
          Attributes.of("lane", "a"),
          Attributes.of("lane", "b", "größe", "ü"),
          Attributes.builder().put("lane", 7).put("open", true).put("ratio", -0.0).build(),
          Attributes.builder()
              .put("names", "x", "", "y")
              .put("numbers", 1L, -1L, Long.MIN_VALUE)
              .put("flags", true, false)
              .put("ratios", 0.5, Double.NaN)
              .put("raw", new byte[] {0, -1})
              .put("nested", Attributes.builder().put("deep", Attributes.of("k", "v")).build())
              .build());

  private final List<Choice> choices = new ArrayList<>();

  /**
   * One choice.
   *
   * @param records what generated code makes the attributes of; none if it does not
   */
  record Choice(List<Object> records, Attributes attributes) {}

  MadeAttributes(SetSpec spec, ClassLoader loader) {
    if (spec.attributeSets().isEmpty()) {
      CHOICES.forEach(attributes -> choices.add(new Choice(List.of(), attributes)));
      return;
    }
    // What a choice is like follows from the schema and from its number, and from nothing else.
    for (int i = 0; i < 4; i++) {
      var random = new Random(spec.source().hashCode() + i);
      Attributes.Builder attributes = Attributes.builder();
      List<Object> records = new ArrayList<>();
      for (AttributeSetSpec set : spec.attributeSets()) {
        records.add(make(spec, set, loader, random, attributes));
      }
      choices.add(new Choice(records, attributes.build()));
    }
  }

  Choice next(Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Object make(
      SetSpec spec,
      AttributeSetSpec set,
      ClassLoader loader,
      Random random,
      Attributes.Builder attributes) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Component each : set.components()) {
      values.add(value(spec, each, loader, random, attributes));
    }
    try {
      Class<?> type = loader.loadClass(spec.qualifiedName() + "$" + set.typeName());
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(spec.source(), e);
    }
  }

  /** The component's value; null leaves the attribute out, where a type has it. */
  private static @Nullable Object value(
      SetSpec spec, Component component, ClassLoader loader, Random random, Attributes.Builder to) {
    boolean isNull = random.nextInt(4) == 0;
    int number = random.nextInt(100);
    String key = component.key();
    return switch (component.type()) {
      case BOOLEAN -> {
        to.put(key, number % 2 == 0);
        yield number % 2 == 0;
      }
      case BYTE -> {
        to.put(key, -number);
        yield (byte) -number;
      }
      case SHORT -> {
        to.put(key, number * 100L);
        yield (short) (number * 100);
      }
      case INT -> {
        to.put(key, number * -10_000_000L);
        yield number * -10_000_000;
      }
      case LONG -> {
        to.put(key, Long.MAX_VALUE - number);
        yield Long.MAX_VALUE - number;
      }
      case FLOAT -> {
        to.put(key, number / 7f);
        yield number / 7f;
      }
      case DOUBLE -> {
        to.put(key, number / 7.0);
        yield number / 7.0;
      }
      default -> isNull ? null : object(spec, component, loader, random, to);
    };
  }

  private static Object object(
      SetSpec spec, Component component, ClassLoader loader, Random random, Attributes.Builder to) {
    int number = random.nextInt(100);
    String key = component.key();
    return switch (component.type()) {
      case STRING -> {
        to.put(key, "text ü " + number);
        yield "text ü " + number;
      }
      case BOXED_BOOLEAN -> {
        to.put(key, true);
        yield true;
      }
      case BOXED_LONG -> {
        to.put(key, Long.MIN_VALUE);
        yield Long.MIN_VALUE;
      }
      case BOXED_DOUBLE -> {
        to.put(key, -0.0);
        yield -0.0;
      }
      case STRINGS -> {
        String[] texts = {"a", "", "b" + number};
        to.put(key, texts);
        yield texts;
      }
      case BOOLEANS -> {
        boolean[] truths = {true, false};
        to.put(key, truths);
        yield truths;
      }
      case INTS -> {
        to.put(key, new long[] {number, -1});
        yield new int[] {number, -1};
      }
      case LONGS -> {
        long[] numbers = {number, Long.MIN_VALUE};
        to.put(key, numbers);
        yield numbers;
      }
      case DOUBLES -> {
        double[] numbers = {};
        to.put(key, numbers);
        yield numbers;
      }
      case BYTES -> {
        byte[] bytes = {0, (byte) number, -1};
        to.put(key, bytes);
        yield bytes;
      }
      case MAP -> {
        Attributes map = Attributes.of("inner", "i" + number);
        to.put(key, map);
        yield map;
      }
      case ENUM -> {
        var type = Objects.requireNonNull(component.enumType());
        int ordinal = random.nextInt(type.constants().size());
        if (!type.values().get(ordinal).isEmpty()) {
          to.put(key, type.values().get(ordinal));
        }
        yield constant(spec, type.name(), loader, ordinal);
      }
      case NESTED -> make(spec, Objects.requireNonNull(component.nested()), loader, random, to);
      case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE ->
          throw new AssertionError("primitive " + component);
    };
  }

  private static Object constant(SetSpec spec, String type, ClassLoader loader, int ordinal) {
    try {
      return loader.loadClass(spec.qualifiedName() + "$" + type).getEnumConstants()[ordinal];
    } catch (ClassNotFoundException e) {
      throw new LinkageError(spec.source(), e);
    }
  }
}
