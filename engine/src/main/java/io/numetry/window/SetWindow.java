package io.numetry.window;

import io.numetry.numa.NodeMemory;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.Temporality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One metric set's part of a window: a column for each instrument, all with the same series.
 *
 * <p>Threads: the node's aggregator alone.
 */
public final class SetWindow {
  /** Whole words of present bits. */
  private static final int INITIAL_CAPACITY = 64;

  private final SeriesTable series;
  private final List<Column> columns;
  private final WindowMemory memory;
  private @Nullable NodeMemory region;
  private int capacity;

  SetWindow(
      SeriesTable series, Function<InstrumentKind, Temporality> temporality, WindowMemory memory) {
    this.series = series;
    this.memory = memory;
    List<Column> made = new ArrayList<>();
    for (InstrumentDescriptor instrument : series.descriptor().instruments()) {
      made.add(new Column(instrument, temporality.apply(instrument.kind())));
    }
    this.columns = List.copyOf(made);
  }

  public MetricSetDescriptor descriptor() {
    return series.descriptor();
  }

  /** The series that the columns' indexes stand for. */
  public SeriesTable series() {
    return series;
  }

  /** One column an instrument, in the descriptor's order. */
  public Column column(int instrument) {
    return columns.get(instrument);
  }

  public int columnCount() {
    return columns.size();
  }

  /**
   * Takes in one touched cell of a sealed half.
   *
   * @param instrument index in the descriptor
   * @param seriesIndex index in {@link #series()}
   * @param sealedCell the cell's address
   */
  public void merge(int instrument, int seriesIndex, long sealedCell) {
    if (seriesIndex >= capacity) {
      grow(seriesIndex + 1);
    }
    columns.get(instrument).merge(seriesIndex, sealedCell);
  }

  void clear(int seriesIndex) {
    for (Column column : columns) {
      column.clear(seriesIndex);
    }
  }

  void startAnew() {
    for (Column column : columns) {
      column.startAnew();
    }
  }

  void close() {
    if (region != null) {
      region.close();
      region = null;
      capacity = 0;
    }
  }

  private void grow(int needed) {
    int newCapacity = Math.max(INITIAL_CAPACITY, Integer.highestOneBit(needed - 1) << 1);
    long bytes = 0;
    for (Column column : columns) {
      bytes += column.byteSize(newCapacity);
    }
    NodeMemory grown = memory.reserve(bytes);
    grown.touch(0, bytes);
    long address = grown.address();
    for (Column column : columns) {
      column.moveTo(address, newCapacity);
      address += column.byteSize(newCapacity);
    }
    if (region != null) {
      region.close();
    }
    region = grown;
    capacity = newCapacity;
  }
}
