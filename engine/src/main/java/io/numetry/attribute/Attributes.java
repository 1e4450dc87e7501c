package io.numetry.attribute;

import io.numetry.schema.AttributeType;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of attributes, sorted by key, each key once. Two sets are equal if keys, types
 * and values are; doubles are compared by their bits.
 *
 * <p>A value is one of these:
 *
 * <ul>
 *   <li>{@link String}, {@link Boolean}, {@link Long}, {@link Double};
 *   <li>{@link AttributeArray}, an array of one of the four;
 *   <li>{@link AttributeBytes};
 *   <li>{@link Attributes}, a map.
 * </ul>
 */
public final class Attributes {
  /** Maps within maps: how many a value may have around it. */
  public static final int MAX_NESTING = 16;

  /**
   * Characters, bytes, and 8 for each number and truth value, keys included, that a set may have.
   */
  public static final int MAX_SIZE = 1 << 20;

  private static final Attributes EMPTY = new Attributes(new TreeMap<>());

  private final SortedMap<String, Object> values;
  private final int hash;

  private Attributes(SortedMap<String, Object> values) {
    this.values = values;
    this.hash = values.hashCode();
  }

  public static Attributes empty() {
    return EMPTY;
  }

  public static Attributes of(String key, String value) {
    return builder().put(key, value).build();
  }

  public static Attributes of(String key1, String value1, String key2, String value2) {
    return builder().put(key1, value1).put(key2, value2).build();
  }

  public static Builder builder() {
    return new Builder();
  }

  public int size() {
    return values.size();
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public boolean containsKey(String key) {
    return values.containsKey(key);
  }

  /** The value of a key, of one of the types that the class lists, or null. */
  public @Nullable Object get(String key) {
    return values.get(key);
  }

  /** The type of a key's value, or null if the set does not have the key. */
  public @Nullable AttributeType type(String key) {
    Object value = values.get(key);
    return value == null ? null : typeOf(value);
  }

  /** The type of a value that a set has. */
  public static AttributeType typeOf(Object value) {
    return switch (value) {
      case String text -> AttributeType.STRING;
      case Boolean truth -> AttributeType.BOOLEAN;
      case Long number -> AttributeType.LONG;
      case Double number -> AttributeType.DOUBLE;
      case AttributeArray array -> array.type();
      case AttributeBytes bytes -> AttributeType.BYTES;
      case Attributes map -> AttributeType.MAP;
      default ->
          throw new IllegalArgumentException(
              "attribute value: type=" + value.getClass().getName() + " is none of an attribute's");
    };
  }

  /** Visits every attribute in the order of the keys. */
  public void forEach(BiConsumer<String, Object> visitor) {
    values.forEach(visitor);
  }

  /** This set and {@code other}'s attributes; for a key of both, {@code other}'s value. */
  public Attributes with(Attributes other) {
    if (other.isEmpty()) {
      return this;
    }
    SortedMap<String, Object> merged = new TreeMap<>(values);
    merged.putAll(other.values);
    return new Attributes(merged);
  }

  /** The attributes whose keys are wanted. */
  public Attributes filter(Predicate<String> wanted) {
    Builder filtered = builder();
    values.forEach(
        (key, value) -> {
          if (wanted.test(key)) {
            filtered.values.put(key, value);
          }
        });
    return filtered.values.size() == values.size() ? this : filtered.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that && hash == that.hash && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return values.toString();
  }

  /** Levels of maps below this one. */
  private int nesting() {
    int deepest = 0;
    for (Object value : values.values()) {
      if (value instanceof Attributes map) {
        deepest = Math.max(deepest, 1 + map.nesting());
      }
    }
    return deepest;
  }

  private String largest() {
    return Collections.max(
            values.entrySet(), Comparator.comparingLong(attribute -> sizeOf(attribute.getValue())))
        .getKey();
  }

  private static long sizeOf(Object value) {
    return switch (value) {
      case String text -> text.length();
      case AttributeArray array -> {
        long size = 0;
        for (Object element : array.elements()) {
          size += sizeOf(element);
        }
        yield size;
      }
      case AttributeBytes bytes -> bytes.size();
      case Attributes map -> {
        long size = 0;
        for (Map.Entry<String, Object> attribute : map.values.entrySet()) {
          size += attribute.getKey().length() + sizeOf(attribute.getValue());
        }
        yield size;
      }
      default -> Long.BYTES;
    };
  }

  /**
   * Collects attributes; a later value of a key replaces an earlier one.
   *
   * <p>{@code put("key", "value")} is one string. An array of one element is given as an array:
   * {@code put("key", new String[] {"value"})}.
   */
  public static final class Builder {
    private final SortedMap<String, Object> values = new TreeMap<>();

    private Builder() {}

    public Builder put(String key, String value) {
      return putValue(key, value);
    }

    public Builder put(String key, boolean value) {
      return putValue(key, value);
    }

    public Builder put(String key, long value) {
      return putValue(key, value);
    }

    public Builder put(String key, double value) {
      return putValue(key, value);
    }

    /** An array of strings. */
    public Builder put(String key, String... elements) {
      String[] given = required(key, elements);
      for (int i = 0; i < given.length; i++) {
        if (given[i] == null) {
          throw new IllegalArgumentException(
              "attribute " + key + ": element " + i + " is null; write strings only");
        }
      }
      return putValue(key, AttributeArray.of(given));
    }

    /** An array of truth values. */
    public Builder put(String key, boolean... elements) {
      return putValue(key, AttributeArray.of(required(key, elements)));
    }

    /** An array of integers. */
    public Builder put(String key, long... elements) {
      return putValue(key, AttributeArray.of(required(key, elements)));
    }

    /** An array of floating-point numbers. */
    public Builder put(String key, double... elements) {
      return putValue(key, AttributeArray.of(required(key, elements)));
    }

    /** Bytes; they are copied. */
    public Builder put(String key, byte[] bytes) {
      return putValue(key, AttributeBytes.of(required(key, bytes)));
    }

    /** A map. */
    public Builder put(String key, Attributes map) {
      int nesting = 1 + required(key, map).nesting();
      if (nesting > MAX_NESTING) {
        throw new IllegalArgumentException(
            "attribute "
                + key
                + ": nesting="
                + nesting
                + " exceeds "
                + MAX_NESTING
                + "; write flatter maps instead");
      }
      return putValue(key, map);
    }

    /**
     * Makes the set.
     *
     * @throws IllegalArgumentException if the set is larger than {@link #MAX_SIZE}
     */
    public Attributes build() {
      if (values.isEmpty()) {
        return EMPTY;
      }
      var built = new Attributes(new TreeMap<>(values));
      long size = sizeOf(built);
      if (size > MAX_SIZE) {
        throw new IllegalArgumentException(
            "attribute "
                + built.largest()
                + ": size of all attributes="
                + size
                + " exceeds "
                + MAX_SIZE
                + "; write a shorter value instead");
      }
      return built;
    }

    private Builder putValue(String key, @Nullable Object value) {
      Object given = required(key, value);
      if (key.isEmpty()) {
        throw new IllegalArgumentException("attribute: key is empty, value=" + given);
      }
      values.put(key, given);
      return this;
    }

    private static <T> T required(@Nullable String key, @Nullable T value) {
      if (key == null) {
        throw new IllegalArgumentException("attribute: key is null, value=" + value);
      }
      if (value == null) {
        throw new IllegalArgumentException(
            "attribute " + key + ": value is null; write a value, or leave the attribute out");
      }
      return value;
    }
  }
}
