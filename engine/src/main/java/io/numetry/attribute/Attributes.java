package io.numetry.attribute;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * An immutable set of attributes, sorted by key, each key once. Values are {@link String}, {@link
 * Boolean}, {@link Long} or {@link Double}; two sets are equal if keys, types and values are.
 */
public final class Attributes {
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

  /** Visits every attribute in the order of the keys. */
  public void forEach(BiConsumer<String, Object> visitor) {
    values.forEach(visitor);
  }

  /** This set and {@code other}'s attributes; for a key of both, {@code other}'s value. */
  public Attributes with(Attributes other) {
    if (other.isEmpty()) {
      return this;
    }
    Builder merged = builder();
    merged.values.putAll(values);
    merged.values.putAll(other.values);
    return merged.build();
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

  /** Collects attributes; a later value of a key replaces an earlier one. */
  public static final class Builder {
    private final Map<String, Object> values = new TreeMap<>();

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

    private Builder putValue(String key, Object value) {
      if (key.isEmpty()) {
        throw new IllegalArgumentException("attribute: key is empty, value=" + value);
      }
      values.put(key, value);
      return this;
    }

    public Attributes build() {
      return values.isEmpty() ? EMPTY : new Attributes(new TreeMap<>(values));
    }
  }
}
