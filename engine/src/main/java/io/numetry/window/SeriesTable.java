package io.numetry.window;

import io.numetry.attribute.Attributes;
import io.numetry.schema.MetricSetDescriptor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The series of one metric set on one node: which attributes have which index. All windows of the
 * node share it, and use the index for their columns.
 *
 * <p>A series is counted by the registrations that record to it. When the last of them is closed
 * the series ends: each window exports it once more, then its index is free for another series.
 * {@link #generation} tells the two apart.
 *
 * <p>Threads: the node's aggregator alone.
 */
public final class SeriesTable {
  private static final int INITIAL_CAPACITY = 16;

  private final MetricSetDescriptor descriptor;
  private final int maxSeries;
  private final Map<Attributes, Integer> indexes = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private final List<Ending> endings = new ArrayList<>();
  private Attributes[] attributes = new Attributes[INITIAL_CAPACITY];
  private long[] startUnixNanos = new long[INITIAL_CAPACITY];
  private int[] generations = new int[INITIAL_CAPACITY];
  private int[] registrations = new int[INITIAL_CAPACITY];
  private int limit;

  /** A series whose last registration is closed, and the windows that have yet to export it. */
  private static final class Ending {
    final int series;
    long windowsLeft;

    Ending(int series, long windowsLeft) {
      this.series = series;
      this.windowsLeft = windowsLeft;
    }
  }

  /**
   * @param maxSeries series that can be live at a time, those about to end included
   */
  public SeriesTable(MetricSetDescriptor descriptor, int maxSeries) {
    this.descriptor = descriptor;
    this.maxSeries = maxSeries;
  }

  public MetricSetDescriptor descriptor() {
    return descriptor;
  }

  /**
   * Finds or makes the series with these attributes, and counts one more registration for it. A
   * series that was about to end goes on.
   */
  public int register(Attributes seriesAttributes, long nowUnixNanos) {
    Integer known = indexes.get(seriesAttributes);
    if (known != null) {
      registrations[known]++;
      endings.removeIf(ending -> ending.series == known);
      return known;
    }
    int series = free.isEmpty() ? nextIndex() : free.removeFirst();
    indexes.put(seriesAttributes, series);
    attributes[series] = seriesAttributes;
    startUnixNanos[series] = nowUnixNanos;
    generations[series]++;
    registrations[series] = 1;
    return series;
  }

  /**
   * Takes back one registration; the series ends with its last.
   *
   * @param windows a bit for each window that has to export the series once more
   */
  public void unregister(int series, long windows) {
    if (registrations[series] <= 0) {
      throw new IllegalStateException(
          "series " + attributes[series] + " of " + descriptor.name() + ": has no registration");
    }
    if (--registrations[series] == 0) {
      endings.add(new Ending(series, windows));
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

  /** Attributes of the series' points, the level's among them. */
  public Attributes attributes(int series) {
    return attributes[series];
  }

  /** When the series began: the start of its cumulative points. */
  public long startUnixNanos(int series) {
    return startUnixNanos[series];
  }

  /** Grows each time the index is given to a series; what was cached for an older one is stale. */
  public int generation(int series) {
    return generations[series];
  }

  /** True if a series with these attributes would be one too many. */
  public boolean isFullFor(Attributes seriesAttributes) {
    return indexes.size() >= maxSeries && !indexes.containsKey(seriesAttributes);
  }

  /** True if a series is about to end. */
  boolean hasEndings() {
    return !endings.isEmpty();
  }

  /**
   * Notes that a window has exported everything, series that are about to end included.
   *
   * @param windowBit the window's bit
   * @param freed told of each series that no window needs any longer, before its index is reused
   */
  void exported(long windowBit, SeriesFreed freed) {
    for (int i = endings.size() - 1; i >= 0; i--) {
      Ending ending = endings.get(i);
      ending.windowsLeft &= ~windowBit;
      if (ending.windowsLeft == 0) {
        endings.remove(i);
        freed.freed(ending.series);
        indexes.remove(attributes[ending.series]);
        free.addLast(ending.series);
      }
    }
  }

  /** Told when a series' index is about to be reused. */
  @FunctionalInterface
  interface SeriesFreed {
    void freed(int series);
  }

  private int nextIndex() {
    if (limit == attributes.length) {
      int capacity = limit * 2;
      attributes = Arrays.copyOf(attributes, capacity);
      startUnixNanos = Arrays.copyOf(startUnixNanos, capacity);
      generations = Arrays.copyOf(generations, capacity);
      registrations = Arrays.copyOf(registrations, capacity);
    }
    return limit++;
  }
}
