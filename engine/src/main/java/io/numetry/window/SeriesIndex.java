package io.numetry.window;

import io.numetry.attribute.Attributes;
import java.util.Arrays;

/**
 * The attributes of each series by its index, and the index by the attributes: open addressing with
 * linear probes, so that a series costs no objects.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class SeriesIndex {
  static final int NONE = -1;

  private static final int INITIAL_CAPACITY = 16;

  /** Spreads hashes, whose sums of texts differ in few bits: 2^32 by the golden ratio. */
  private static final int SPREAD = 0x9E3779B9;

  private Attributes[] attributes = new Attributes[INITIAL_CAPACITY];

  /** A series' index and 1, or 0; a power of two long and never more than two thirds full. */
  private int[] table = new int[2 * INITIAL_CAPACITY];

  private int size;

  int size() {
    return size;
  }

  /** The attributes that a series has, or had before its index became free. */
  Attributes attributes(int series) {
    return attributes[series];
  }

  /** The series with these attributes, or {@link #NONE}. */
  int find(Attributes wanted) {
    for (int at = home(wanted); table[at] != 0; at = next(at)) {
      int series = table[at] - 1;
      if (attributes[series].equals(wanted)) {
        return series;
      }
    }
    return NONE;
  }

  /** Adds a series whose attributes no other one has. */
  void add(int series, Attributes its) {
    if (series >= attributes.length) {
      attributes = Arrays.copyOf(attributes, Math.max(series + 1, 2 * attributes.length));
    }
    if (3L * (size + 1) > 2L * table.length) {
      enlarge();
    }
    attributes[series] = its;
    enter(series);
    size++;
  }

  /** Takes a series away; those behind it close up, so that no probe ends too early. */
  void remove(int series) {
    int gap = home(attributes[series]);
    while (table[gap] != series + 1) {
      gap = next(gap);
    }
    for (int at = next(gap); table[at] != 0; at = next(at)) {
      int home = home(attributes[table[at] - 1]);
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
    int at = home(attributes[series]);
    while (table[at] != 0) {
      at = next(at);
    }
    table[at] = series + 1;
  }

  private int home(Attributes of) {
    return (of.hashCode() * SPREAD) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
  }

  private int next(int at) {
    return (at + 1) & (table.length - 1);
  }

  /** Steps from one place to another. */
  private int distance(int from, int to) {
    return (to - from) & (table.length - 1);
  }
}
