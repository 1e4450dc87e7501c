package io.numetry.window;

import io.numetry.numa.NodeMemory;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.view.MetricStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One group of a metric set's streams in a window: a column for each, all with the same series.
 *
 * <p>When a series ends its last values are exported; the next export says that it has ended, where
 * a receiver would otherwise go on showing its last value ({@link #isStale}).
 *
 * <p>Threads: the node's aggregator alone.
 */
public final class SetWindow {
  private static final int INITIAL_CAPACITY = 64;

  /** A set with large cells starts with fewer series than {@link #INITIAL_CAPACITY}. */
  private static final long INITIAL_BYTES = 64 << 10;

  /** Cells are made present for so many series at a time, as a part of those that have theirs. */
  private static final int PRESENT_SHARE = 16;

  private final Window window;
  private final SeriesTable series;
  private final List<Column> columns;
  private final WindowMemory memory;
  private final boolean announcesEnds;
  private @Nullable NodeMemory region;
  private State[] states = new State[0];
  private int staleCount;

  /** Series that there is address space for. */
  private int capacity;

  /** Series of these whose cells have their pages. */
  private int present;

  /** Where a series is in this window's eyes. */
  private enum State {
    LIVE,
    /** Its last values are exported, the next export says that it has ended. */
    STALE,
    /** As before, but only its momentary columns end. */
    RETIRED,
    /** Its end is exported. */
    ENDED
  }

  SetWindow(
      Window window,
      SeriesTable series,
      Function<InstrumentKind, Temporality> temporality,
      WindowMemory memory,
      boolean announcesEnds) {
    this.window = window;
    this.series = series;
    this.memory = memory;
    this.announcesEnds = announcesEnds;
    List<Column> made = new ArrayList<>();
    for (MetricStream stream : series.group().streams()) {
      made.add(new Column(stream.descriptor(), temporality.apply(stream.descriptor().kind())));
    }
    this.columns = List.copyOf(made);
  }

  public MetricSetDescriptor descriptor() {
    return series.descriptor();
  }

  /** The series that the columns' points stand for. */
  public SeriesTable series() {
    return series;
  }

  /** One column a stream, in the group's order. */
  public Column column(int stream) {
    return columns.get(stream);
  }

  public int columnCount() {
    return columns.size();
  }

  /** True if any series' end is to be exported. */
  public boolean hasStale() {
    return staleCount > 0;
  }

  /**
   * True if the series has ended, as far as this column goes, and this export is to say so: its
   * present points are not values but the places where values were.
   */
  public boolean isStale(int seriesIndex, Column column) {
    State state = states[seriesIndex];
    return state == State.STALE || (state == State.RETIRED && column.isMomentary());
  }

  /** True if the series has ended altogether, and this export is to say so. */
  public boolean isEnding(int seriesIndex) {
    return states[seriesIndex] == State.STALE;
  }

  /** True if the last core that recorded to the series is gone, and this export is to say so. */
  public boolean isRetiring(int seriesIndex) {
    return states[seriesIndex] == State.RETIRED;
  }

  /** End of the last interval that was exported, or is being. */
  long endUnixNanos() {
    return window.endUnixNanos();
  }

  long windowBit() {
    return window.bit();
  }

  /** Makes room for a series; afterwards its cells can be merged into. */
  void ensureCapacity(int seriesIndex) {
    if (seriesIndex >= capacity) {
      grow(seriesIndex + 1);
    }
    if (seriesIndex >= present) {
      int ahead = Math.max(present / PRESENT_SHARE, initialCapacity());
      present = makePresent(openRegion(), present, Math.min(capacity, seriesIndex + ahead));
    }
  }

  /** A series whose end may have been exported goes on. */
  void revive(int seriesIndex) {
    for (Column column : columns) {
      column.forgetObserved(seriesIndex, announcesEnds);
    }
    if (states[seriesIndex] == State.ENDED) {
      for (Column column : columns) {
        column.show(seriesIndex);
      }
    } else if (states[seriesIndex] != State.LIVE) {
      staleCount--;
    }
    states[seriesIndex] = State.LIVE;
  }

  /**
   * The last values of a series are exported.
   *
   * @param retired true if only its momentary columns end
   * @return true if that is still to be told
   */
  boolean markStale(int seriesIndex, boolean retired) {
    boolean tells = announcesEnds;
    for (Column column : columns) {
      boolean ends = column.isMomentary() || !retired;
      tells |= ends && column.outlivesExport() && column.anyPresent(seriesIndex);
    }
    states[seriesIndex] = retired ? State.RETIRED : State.STALE;
    staleCount++;
    if (!tells) {
      markEnded(seriesIndex);
    }
    return tells;
  }

  /** The end of a series is exported, or needs no export. */
  void markEnded(int seriesIndex) {
    staleCount--;
    boolean retired = states[seriesIndex] == State.RETIRED;
    for (Column column : columns) {
      if (!retired) {
        column.hide(seriesIndex);
      } else if (column.isMomentary()) {
        column.clear(seriesIndex);
      }
    }
    states[seriesIndex] = retired ? State.LIVE : State.ENDED;
  }

  void clear(int seriesIndex) {
    for (Column column : columns) {
      column.clear(seriesIndex);
    }
    states[seriesIndex] = State.LIVE;
  }

  /** By index: each cycle comes here, and an iterator is 32 bytes for each set. */
  void startAnew() {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).startAnew();
    }
  }

  void close() {
    if (region != null) {
      region.close();
      region = null;
      capacity = 0;
      present = 0;
    }
  }

  private void grow(int needed) {
    int newCapacity = capacity == 0 ? initialCapacity() : capacity;
    while (newCapacity < needed) {
      newCapacity = Math.multiplyExact(newCapacity, 2);
    }
    NodeMemory grown = memory.reserve(byteSize(newCapacity));
    try {
      touchForMove(grown, newCapacity);
    } catch (RuntimeException refused) {
      grown.close();
      throw refused;
    }
    long address = grown.address();
    for (Column column : columns) {
      column.moveTo(address, newCapacity, present);
      address += column.byteSize(newCapacity);
    }
    if (region != null) {
      region.close();
    }
    region = grown;
    states = Arrays.copyOf(states, newCapacity);
    Arrays.fill(states, capacity, newCapacity, State.LIVE);
    capacity = newCapacity;
  }

  /** All bits, and the cells of the series whose cells are present already. */
  private void touchForMove(NodeMemory grown, int newCapacity) {
    long offset = 0;
    for (Column column : columns) {
      grown.touch(offset, column.bitsBytes(newCapacity));
      grown.touch(offset + column.bitsBytes(newCapacity), (long) present * column.bytesOfSeries());
      offset += column.byteSize(newCapacity);
    }
  }

  /** Makes the cells of the series from one to another present; returns the latter. */
  private int makePresent(NodeMemory memoryOfCells, int from, int to) {
    for (Column column : columns) {
      memoryOfCells.touch(
          column.cell(from * column.combinations()) - memoryOfCells.address(),
          (long) (to - from) * column.bytesOfSeries());
    }
    return to;
  }

  private NodeMemory openRegion() {
    if (region == null) {
      throw new IllegalStateException("window of " + descriptor().name() + ": is closed");
    }
    return region;
  }

  private int initialCapacity() {
    int initial = INITIAL_CAPACITY;
    while (initial > 1 && byteSize(initial) > INITIAL_BYTES) {
      initial /= 2;
    }
    return initial;
  }

  private long byteSize(int seriesCapacity) {
    long bytes = 0;
    for (Column column : columns) {
      bytes += column.byteSize(seriesCapacity);
    }
    return bytes;
  }
}
