package io.numetry.relay;

import io.numetry.export.NodeExporter;
import io.numetry.histogram.ExponentialCells;
import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExponentialLayout;
import io.numetry.window.Column;
import io.numetry.window.SeriesTable;
import io.numetry.window.SetWindow;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The node's end of the way to the root: takes the relay's window, whose columns are all deltas,
 * into a frame of partial sums.
 *
 * <p>Threads: the node's aggregator alone.
 */
public final class PartialWriter implements NodeExporter {
  private final PartialSums sums;

  /** By set: the life of each series that the root knows, or 0. */
  private final List<int[]> announced = new ArrayList<>();

  public PartialWriter(PartialSums sums) {
    this.sums = sums;
  }

  @Override
  public boolean ready() {
    return sums.isEmpty();
  }

  @Override
  public void export(Window window) {
    int setsBefore = announced.size();
    try {
      for (int i = 0; i < window.sets().size(); i++) {
        write(i, window.sets().get(i));
      }
    } catch (RuntimeException | Error failure) {
      // Nothing was handed over. What the root was to be told of will be told again.
      sums.abandon();
      announced.subList(setsBefore, announced.size()).clear();
      announced.forEach(lives -> Arrays.fill(lives, 0));
      throw failure;
    }
    sums.publish();
  }

  /**
   * The frame may still be the root's to read; {@link PartialSums#close} is called once it is not.
   */
  @Override
  public void close() {}

  private void write(int set, SetWindow columns) {
    SeriesTable table = columns.series();
    if (set == announced.size()) {
      announced.add(new int[table.limit()]);
      sums.add(
          new PartialNews.SetOpened(set, table.set(), table.set().groups().indexOf(table.group())));
    }
    for (int c = 0; c < columns.columnCount(); c++) {
      Column column = columns.column(c);
      for (int point = column.nextPresent(0); point >= 0; point = column.nextPresent(point + 1)) {
        announce(set, table, column.series(point));
        copy(set, c, column, point);
      }
    }
    if (columns.hasStale()) {
      for (int series = 0; series < table.limit(); series++) {
        if (columns.isEnding(series)) {
          sayEnded(set, series, false);
        } else if (columns.isRetiring(series)) {
          sayEnded(set, series, true);
        }
      }
    }
  }

  private void announce(int set, SeriesTable table, int series) {
    int[] lives = announced.get(set);
    if (series >= lives.length) {
      lives = Arrays.copyOf(lives, Math.max(series + 1, lives.length * 2));
      announced.set(set, lives);
    }
    int life = table.life(series);
    if (lives[series] != life) {
      sayEnded(set, series, false);
      lives[series] = life;
      sums.add(
          new PartialNews.SeriesOpened(
              set, series, table.attributes(series), table.startUnixNanos(series)));
    }
  }

  private void sayEnded(int set, int series, boolean retired) {
    int[] lives = announced.get(set);
    if (series < lives.length && lives[series] != 0) {
      lives[series] = 0;
      sums.add(new PartialNews.SeriesEnded(set, series, retired));
    }
  }

  private void copy(int set, int c, Column column, int point) {
    long cell = column.cell(point);
    int bytes = PartialSums.cellBytes(column.instrument(), cell);
    long to = sums.append(set, c, point, bytes);
    if (column.instrument().layout() instanceof ExponentialLayout exponential) {
      ExponentialCells.copyCompact(cell, to, exponential);
    } else {
      NativeAccess.copy(cell, to, bytes);
    }
  }
}
