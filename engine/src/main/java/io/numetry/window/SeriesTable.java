package io.numetry.window;

import io.numetry.attribute.Attributes;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ReservedKeys;
import io.numetry.view.StreamGroup;
import io.numetry.view.ViewedSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The series of a group of a metric set's streams on one node: which attributes have which index.
 * Attributes are interned, counted by the registrations that record to them, and tagged with a
 * generation. The windows that show the group share the table, and use the index for their columns.
 *
 * <p>When the last of its registrations is closed ({@link #unregister}) a series ends: each window
 * exports its last values and, if receivers need it, that it has ended; then its index is free for
 * another series. {@link #generation} tells the two apart.
 *
 * <p>Threads: the node's aggregator alone.
 */
public final class SeriesTable {
  private static final int INITIAL_CAPACITY = 16;

  private final ViewedSet set;
  private final StreamGroup group;
  private final int maxSeries;
  private final List<SetWindow> windows = new ArrayList<>();
  private final SeriesIndex indexes = new SeriesIndex();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final List<Ending> endings = new ArrayList<>();
  private long[] startUnixNanos = new long[INITIAL_CAPACITY];
  private int[] generations = new int[INITIAL_CAPACITY];
  private int[] lives = new int[INITIAL_CAPACITY];
  private int[] registrations = new int[INITIAL_CAPACITY];
  private int limit;
  private long changes;
  private long lastFreedUnixNanos;
  private int overflows;

  /** A series whose last registration is gone, and what its windows have yet to export. */
  private static final class Ending {
    final int series;

    /** True if only what told of a moment ends. */
    final boolean retired;

    long valuesLeft;
    long endLeft;

    Ending(int series, boolean retired, long windows) {
      this.series = series;
      this.retired = retired;
      this.valuesLeft = windows;
      this.endLeft = windows;
    }
  }

  /**
   * @param maxSeries series that can be live at a time, those about to end included and those that
   *     take the overflow not
   */
  public SeriesTable(ViewedSet set, StreamGroup group, int maxSeries) {
    this.set = set;
    this.group = group;
    this.maxSeries = maxSeries;
  }

  public MetricSetDescriptor descriptor() {
    return set.descriptor();
  }

  /** The set that the series belong to. */
  public ViewedSet set() {
    return set;
  }

  /** The streams that have these series. */
  public StreamGroup group() {
    return group;
  }

  /**
   * Finds or makes the series with these attributes, and counts one more registration for it. A
   * series that was about to end goes on. All windows have room for it afterwards.
   *
   * @param level what the aggregation level adds; of a key of both, its value counts
   */
  public int register(Attributes entity, Attributes level, long nowUnixNanos) {
    Attributes own = withoutKeys(entity, level);
    int known = indexes.find(own, level);
    if (known != SeriesIndex.NONE) {
      registrations[known]++;
      if (endings.removeIf(ending -> ending.series == known)) {
        lives[known]++;
        for (SetWindow window : windows) {
          window.revive(known);
        }
      }
      return known;
    }
    int series = free.isEmpty() ? limit : free.getFirst();
    for (SetWindow window : windows) {
      window.ensureCapacity(series); // may run out of memory: nothing has been changed yet
    }
    if (free.isEmpty()) {
      addIndex();
    } else {
      free.removeFirst();
    }
    indexes.add(series, own, level);
    overflows += indexes.hasKey(series, ReservedKeys.OVERFLOW) ? 1 : 0;
    // These attributes may have had a series that was told of up to that moment.
    startUnixNanos[series] = Math.max(nowUnixNanos, lastFreedUnixNanos);
    generations[series]++;
    changes++;
    lives[series]++;
    registrations[series] = 1;
    return series;
  }

  /** Takes back one registration that was closed; the series ends with its last. */
  public void unregister(int series) {
    takeBack(series, false);
  }

  /** Takes back one registration that went with its core; the series' sums stay. */
  public void retire(int series) {
    takeBack(series, true);
  }

  private void takeBack(int series, boolean retired) {
    if (registrations[series] <= 0) {
      throw new IllegalStateException(
          "series " + attributes(series) + " of " + descriptor().name() + ": has no registration");
    }
    if (--registrations[series] > 0) {
      return;
    }
    long bits = 0;
    for (SetWindow window : windows) {
      bits |= window.windowBit();
    }
    if (bits != 0) {
      endings.add(new Ending(series, retired, bits));
    } else if (!retired) {
      free(series);
    }
  }

  /** One more than the highest index in use. */
  public int limit() {
    return limit;
  }

  /** Live series, those about to end included. */
  public int size() {
    return indexes.size();
  }

  /** Registrations that record to the series at this moment. */
  public int registrations(int series) {
    return registrations[series];
  }

  /** Attributes of the series' points, the level's among them; put together at each call. */
  public Attributes attributes(int series) {
    return indexes.attributes(series);
  }

  /** When the series began: the start of its cumulative points. */
  public long startUnixNanos(int series) {
    return startUnixNanos[series];
  }

  /** Grows each time the index is given to a series; what was cached for an older one is stale. */
  public int generation(int series) {
    return generations[series];
  }

  /** Grows each time that any index is given to a series. */
  public long changes() {
    return changes;
  }

  /**
   * Grows each time that registrations come to a series without any: what those observed who were
   * there before is no part of it any longer.
   */
  public int life(int series) {
    return lives[series];
  }

  /** True if a series with these attributes would be one too many. */
  public boolean isFullFor(Attributes entity, Attributes level) {
    return indexes.size() - overflows >= maxSeries
        && indexes.find(withoutKeys(entity, level), level) == SeriesIndex.NONE;
  }

  void addWindow(SetWindow window) {
    if (limit > 0) {
      window.ensureCapacity(limit - 1);
    }
    windows.add(window);
  }

  /** Notes that a window has exported everything, series that are about to end included. */
  void exported(SetWindow window) {
    long bit = window.windowBit();
    for (int i = endings.size() - 1; i >= 0; i--) {
      Ending ending = endings.get(i);
      if ((ending.valuesLeft & bit) != 0) {
        ending.valuesLeft &= ~bit;
        if (!window.markStale(ending.series, ending.retired)) {
          ending.endLeft &= ~bit;
        }
      } else if ((ending.endLeft & bit) != 0) {
        ending.endLeft &= ~bit;
        window.markEnded(ending.series);
      }
      if (ending.endLeft == 0) {
        endings.remove(i);
        if (!ending.retired) {
          free(ending.series);
        }
      }
    }
  }

  private void free(int series) {
    for (SetWindow window : windows) {
      window.clear(series);
      lastFreedUnixNanos = Math.max(lastFreedUnixNanos, window.endUnixNanos());
    }
    indexes.remove(series);
    overflows -= indexes.hasKey(series, ReservedKeys.OVERFLOW) ? 1 : 0;
    free.addLast(series);
  }

  private static Attributes withoutKeys(Attributes entity, Attributes level) {
    return level.isEmpty() ? entity : entity.filter(key -> !level.containsKey(key));
  }

  private void addIndex() {
    if (limit == startUnixNanos.length) {
      int capacity = limit * 2;
      startUnixNanos = Arrays.copyOf(startUnixNanos, capacity);
      generations = Arrays.copyOf(generations, capacity);
      lives = Arrays.copyOf(lives, capacity);
      registrations = Arrays.copyOf(registrations, capacity);
    }
    limit++;
  }
}
