package io.numetry.window;

import io.numetry.attribute.Attributes;
import java.util.Arrays;

/**
 * The attributes of each series by its index, and the index by the attributes: open addressing with
 * linear probes, so that a series costs no objects.
 *
 * <p>A series' attributes are its entity's and its level's. They are kept apart, since the former
 * are the registration's and the latter the same for a core's series; which two series are the same
 * is decided by both together. Nobody gives a key in both.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class SeriesIndex {
  static final int NONE = -1;

  private static final int INITIAL_CAPACITY = 16;

  /** Spreads hashes, whose sums of texts differ in few bits: 2^32 by the golden ratio. */
  private static final int SPREAD = 0x9E3779B9;

  private Attributes[] entities = new Attributes[INITIAL_CAPACITY];
  private Attributes[] levels = new Attributes[INITIAL_CAPACITY];

  /** A series' index and 1, or 0; a power of two long and never more than two thirds full. */
  private int[] table = new int[2 * INITIAL_CAPACITY];

  private int size;

  int size() {
    return size;
  }

  /** The attributes that a series has, or had before its index became free. */
  Attributes attributes(int series) {
    return entities[series].with(levels[series]);
  }

  /** True if a series' attributes have a key. */
  boolean hasKey(int series, String key) {
    return entities[series].containsKey(key) || levels[series].containsKey(key);
  }

  /** The series with these attributes, or {@link #NONE}. */
  int find(Attributes entity, Attributes level) {
    int hash = hash(entity, level);
    for (int at = home(hash); table[at] != 0; at = next(at)) {
      int series = table[at] - 1;
      if (hash(series) == hash && has(series, entity, level)) {
        return series;
      }
    }
    return NONE;
  }

  /** Adds a series whose attributes no other one has. */
  void add(int series, Attributes entity, Attributes level) {
    if (series >= entities.length) {
      int capacity = Math.max(series + 1, 2 * entities.length);
      entities = Arrays.copyOf(entities, capacity);
      levels = Arrays.copyOf(levels, capacity);
    }
    if (3L * (size + 1) > 2L * table.length) {
      enlarge();
    }
    entities[series] = entity;
    levels[series] = level;
    enter(series);
    size++;
  }

  /** Takes a series away; those behind it close up, so that no probe ends too early. */
  void remove(int series) {
    int gap = home(hash(series));
    while (table[gap] != series + 1) {
      gap = next(gap);
    }
    for (int at = next(gap); table[at] != 0; at = next(at)) {
      int home = home(hash(table[at] - 1));
      if (distance(home, at) >= distance(gap, at)) {
        table[gap] = table[at];
        gap = at;
      }
    }
    table[gap] = 0;
    size--;
  }

  private void enlarge() {
    int[] before = table;
    table = new int[Math.multiplyExact(before.length, 2)];
    for (int entry : before) {
      if (entry != 0) {
        enter(entry - 1);
      }
    }
  }

  private void enter(int series) {
    int at = home(hash(series));
    while (table[at] != 0) {
      at = next(at);
    }
    table[at] = series + 1;
  }

  /** Seldom the same attributes come in other parts. */
  private boolean has(int series, Attributes entity, Attributes level) {
    return (entities[series].equals(entity) && levels[series].equals(level))
        || attributes(series).equals(entity.with(level));
  }

  private int hash(int series) {
    return hash(entities[series], levels[series]);
  }

  /** Alike for the same attributes in other parts: the hash of a set is a sum. */
  private static int hash(Attributes entity, Attributes level) {
    return entity.hashCode() + level.hashCode();
  }

  private int home(int hash) {
    return (hash * SPREAD) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
  }

  private int next(int at) {
    return (at + 1) & (table.length - 1);
  }

  /** Steps from one place to another. */
  private int distance(int from, int to) {
    return (to - from) & (table.length - 1);
  }
}
