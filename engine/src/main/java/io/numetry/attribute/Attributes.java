package io.numetry.attribute;

import io.numetry.schema.AttributeType;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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

  private static final Attributes EMPTY = new Attributes(new Object[0]);

  /**
   * Keys at even places, each with its value behind it. A set is kept for each series: this is a
   * third of what a sorted map takes.
   */
  private final Object[] pairs;

  private final int hash;

  /**
   * @param pairs sorted by key, nobody else's from here on
   */
  private Attributes(Object[] pairs) {
    this(pairs, hash(pairs));
  }

  private Attributes(Object[] pairs, int hash) {
    this.pairs = pairs;
    this.hash = hash;
  }

  private static int hash(Object[] pairs) {
    int sum = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      sum += pairs[i].hashCode() ^ pairs[i + 1].hashCode();
    }
    return sum;
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
    return pairs.length / 2;
  }

  public boolean isEmpty() {
    return pairs.length == 0;
  }

  public boolean containsKey(String key) {
    return place(pairs, pairs.length, key) >= 0;
  }

  /** The value of a key, of one of the types that the class lists, or null. */
  public @Nullable Object get(String key) {
    int place = place(pairs, pairs.length, key);
    return place < 0 ? null : pairs[place + 1];
  }

  /** The type of a key's value, or null if the set does not have the key. */
  public @Nullable AttributeType type(String key) {
    Object value = get(key);
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
    for (int i = 0; i < pairs.length; i += 2) {
      visitor.accept((String) pairs[i], pairs[i + 1]);
    }
  }

  /** This set and {@code other}'s attributes; for a key of both, {@code other}'s value. */
  public Attributes with(Attributes other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    Builder merged = new Builder(Arrays.copyOf(pairs, pairs.length + other.pairs.length), size());
    for (int i = 0; i < other.pairs.length; i += 2) {
      merged.set((String) other.pairs[i], other.pairs[i + 1]);
    }
    return new Attributes(merged.sorted());
  }

  /** The attributes whose keys are wanted. */
  public Attributes filter(Predicate<String> wanted) {
    Object[] kept = new Object[pairs.length];
    int length = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      if (wanted.test((String) pairs[i])) {
        kept[length] = pairs[i];
        kept[length + 1] = pairs[i + 1];
        length += 2;
      }
    }
    if (length == pairs.length) {
      return this;
    }
    return length == 0 ? EMPTY : new Attributes(Arrays.copyOf(kept, length));
  }

  /**
   * This set with an equal text, of the caller's choice, in the place of each key and each string;
   * those within arrays and maps stay.
   */
  Attributes withTexts(UnaryOperator<String> choice) {
    Object[] chosen = pairs;
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] instanceof String text) {
        String other = choice.apply(text);
        if (other != text) {
          chosen = chosen == pairs ? pairs.clone() : chosen;
          chosen[i] = other;
        }
      }
    }
    return chosen == pairs ? this : new Attributes(chosen, hash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that
        && hash == that.hash
        && Arrays.equals(pairs, that.pairs);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    var text = new StringJoiner(", ", "{", "}");
    forEach((key, value) -> text.add(key + "=" + value));
    return text.toString();
  }

  /** Where a key is, or {@code -1 - place} of where it would be. */
  private static int place(Object[] pairs, int length, String key) {
    int low = 0;
    int high = length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = ((String) pairs[2 * middle]).compareTo(key);
      if (order == 0) {
        return 2 * middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1 - 2 * low;
  }

  /** Levels of maps below this one. */
  private int nesting() {
    int deepest = 0;
    for (int i = 1; i < pairs.length; i += 2) {
      if (pairs[i] instanceof Attributes map) {
        deepest = Math.max(deepest, 1 + map.nesting());
      }
    }
    return deepest;
  }

  private String largest() {
    int largest = 0;
    for (int i = 2; i < pairs.length; i += 2) {
      if (sizeOf(pairs[i + 1]) > sizeOf(pairs[largest + 1])) {
        largest = i;
      }
    }
    return (String) pairs[largest];
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
        for (int i = 0; i < map.pairs.length; i += 2) {
          size += ((String) map.pairs[i]).length() + sizeOf(map.pairs[i + 1]);
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
    private static final int INITIAL_SIZE = 4;

    /** As in a set, with room behind. */
    private Object[] pairs;

    private int length;

    private Builder() {
      this(new Object[2 * INITIAL_SIZE], 0);
    }

    private Builder(Object[] pairs, int size) {
      this.pairs = pairs;
      this.length = 2 * size;
    }

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
      if (length == 0) {
        return EMPTY;
      }
      var built = new Attributes(sorted());
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
      set(key, given);
      return this;
    }

    private void set(String key, Object value) {
      int place = place(pairs, length, key);
      if (place < 0) {
        place = -1 - place;
        if (length == pairs.length) {
          pairs = Arrays.copyOf(pairs, 2 * length);
        }
        System.arraycopy(pairs, place, pairs, place + 2, length - place);
        pairs[place] = key;
        length += 2;
      }
      pairs[place + 1] = value;
    }

    private Object[] sorted() {
      return Arrays.copyOf(pairs, length);
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
