package io.numetry.window;

import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What one reader has to export of one node: a part for each metric set seen there. Each reader has
 * a window of its own, so that readers never disturb each other.
 *
 * <p>Points of a delta column cover {@code (startUnixNanos, endUnixNanos]}; those of a cumulative
 * one begin with their series.
 *
 * <p>Threads: the node's aggregator alone.
 */
public final class Window implements AutoCloseable {
  /** Windows of a node are told apart by bits of a long. */
  public static final int MAX_READERS = Long.SIZE;

  private final long bit;
  private final boolean announcesEnds;
  private final Function<InstrumentKind, Temporality> temporality;
  private final WindowMemory memory;
  private final List<SetWindow> sets = new ArrayList<>();
  private long startUnixNanos;
  private long endUnixNanos;

  /**
   * @param reader the reader's number on this node, below {@link #MAX_READERS}
   * @param temporality the reader's preference
   * @param announcesEnds true if the reader wants to know of every series' end, also of those that
   *     only ever had deltas
   * @param startUnixNanos start of the first delta interval
   */
  public Window(
      int reader,
      Function<InstrumentKind, Temporality> temporality,
      boolean announcesEnds,
      WindowMemory memory,
      long startUnixNanos) {
    if (reader < 0 || reader >= MAX_READERS) {
      throw new IllegalArgumentException(
          "window: reader=" + reader + ", a node serves at most " + MAX_READERS);
    }
    this.bit = 1L << reader;
    this.temporality = temporality;
    this.announcesEnds = announcesEnds;
    this.memory = memory;
    this.startUnixNanos = startUnixNanos;
    this.endUnixNanos = startUnixNanos;
  }

  /** The window's bit among the node's windows. */
  public long bit() {
    return bit;
  }

  /** Adds the group of streams that has these series. */
  public SetWindow addSet(SeriesTable series) {
    var set = new SetWindow(this, series, temporality, memory, announcesEnds);
    sets.add(set);
    series.addWindow(set);
    return set;
  }

  /** In the order of their first registration; grows only. */
  public List<SetWindow> sets() {
    return sets;
  }

  /** End of the interval before this one: the start of delta points. */
  public long startUnixNanos() {
    return startUnixNanos;
  }

  /** End of this interval: the time of all points. Always later than the start. */
  public long endUnixNanos() {
    return endUnixNanos;
  }

  /** Ends the interval; a wall clock that went backwards is not followed. */
  public void end(long nowUnixNanos) {
    endUnixNanos = Math.max(nowUnixNanos, startUnixNanos + 1);
  }

  /** Starts the next interval: everything present was exported, delta columns start anew. */
  public void startAnew() {
    for (int i = 0; i < sets.size(); i++) {
      SetWindow set = sets.get(i);
      set.startAnew();
      set.series().exported(set);
    }
    startUnixNanos = endUnixNanos;
  }

  @Override
  public void close() {
    sets.forEach(SetWindow::close);
  }
}
