package io.numetry.bench.support.json;

import io.numetry.json.JsonWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON, so that the records are the schema: an object with a member for each component.
 * Components are records, lists, enums (by their names), strings, booleans, ints, longs, doubles;
 * lists are of any of these but ints and longs. Members that no component has are passed over; one
 * that is missing is an error.
 */
public final class RecordJson {

  /** Doubles hold whole numbers up to this one. */
  private static final double GREATEST_WHOLE = 1L << 53;

  private RecordJson() {}

  public static String write(Record value) {
    JsonWriter out = new JsonWriter();
    write(value, out);
    return out.toString();
  }

  /**
   * Reads what {@link #write(Record)} wrote, or a later version of it.
   *
   * @throws IllegalArgumentException if the text is not of that shape; the message says where
   */
  public static <T extends Record> T read(Class<T> type, String text) {
    return type.cast(value(type, JsonReader.read(text), type.getSimpleName()));
  }

  private static void write(Object value, JsonWriter out) {
    switch (value) {
      case Record members -> {
        out.beginObject();
        for (RecordComponent component : members.getClass().getRecordComponents()) {
          out.name(component.getName());
          write(get(component, members), out);
        }
        out.endObject();
      }
      case List<?> items -> {
        out.beginArray();
        items.forEach(item -> write(item, out));
        out.endArray();
      }
      case String text -> out.value(text);
      case Enum<?> constant -> out.value(constant.name());
      case Boolean truth -> out.value(truth);
      case Double number -> out.value(number);
      case Integer number -> out.value(number.longValue());
      case Long number -> out.value(number);
      default -> throw new AssertionError("no JSON for " + value.getClass());
    }
  }

  private static Object get(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("records have accessors", e);
    }
  }

  private static Object value(Type type, @Nullable Object json, String where) {
    if (type instanceof ParameterizedType list) {
      Type item = list.getActualTypeArguments()[0];
      List<?> items = need(List.class, json, where);
      return IntStream.range(0, items.size())
          .mapToObj(i -> value(item, items.get(i), where + "[" + i + "]"))
          .toList();
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(plain, need(Map.class, json, where), where);
    }
    if (plain.isEnum()) {
      String name = need(String.class, json, where);
      return Arrays.stream(plain.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(name))
          .findFirst()
          .orElseThrow(() -> wrong(where, "\"" + name + "\" is none of its values"));
    }
    if (plain == String.class) {
      return need(String.class, json, where);
    }
    if (plain == boolean.class) {
      return need(Boolean.class, json, where);
    }
    double number = need(Double.class, json, where);
    if (plain == double.class || plain == Double.class) {
      return number;
    }
    if (number != Math.rint(number) || Math.abs(number) > GREATEST_WHOLE) {
      throw wrong(where, number + " is no whole number");
    }
    if (plain == long.class) {
      return (long) number;
    }
    if (number != (int) number) {
      throw wrong(where, number + " is too great");
    }
    return (int) number;
  }

  private static Object record(Class<?> type, Map<?, ?> members, String where) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      if (!members.containsKey(name)) {
        throw wrong(where, "member \"" + name + "\" is missing");
      }
      values[i] = value(components[i].getGenericType(), members.get(name), where + "." + name);
      types[i] = components[i].getType();
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw wrong(where, String.valueOf(e.getCause().getMessage()));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("records have constructors", e);
    }
  }

  private static <T> T need(Class<T> type, @Nullable Object json, String where) {
    if (!type.isInstance(json)) {
      throw wrong(
          where,
          "there must be " + (type == Map.class ? "an object" : "a " + type.getSimpleName()));
    }
    return type.cast(json);
  }

  private static IllegalArgumentException wrong(String where, String what) {
    return new IllegalArgumentException("json: " + where + ": " + what);
  }
}
