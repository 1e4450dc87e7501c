package io.numetry.aggregate;

import io.numetry.aggregate.NodeCell.Target;
import io.numetry.attribute.Attributes;
import io.numetry.relay.PartialSums;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.ReservedKeys;
import io.numetry.view.MetricStream;
import io.numetry.view.ViewedSet;
import io.numetry.window.CellMerge;
import io.numetry.window.Column;
import io.numetry.window.SeriesTable;
import io.numetry.window.SetWindow;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric set on a node: the series of its registrations, and where each cell goes: to a column in
 * every window, for each stream that its instrument has.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class NodeSet {
  private static final Attributes OVERFLOW =
      Attributes.builder().put(ReservedKeys.OVERFLOW, true).build();

  private final ViewedSet set;
  private final NodeCell[] cells;

  /** By the word of the slot that the cell begins with. */
  private final @Nullable NodeCell[] cellsByWord;

  private final LinePlan[] plans;
  private final boolean observesAny;

  private final SeriesTable[] tables;
  private final List<List<SetWindow>> windowsByGroup = new ArrayList<>();

  NodeSet(ViewedSet set, List<Window> windows, int maxSeries) {
    this.set = set;
    this.tables = new SeriesTable[set.groups().size()];
    for (int g = 0; g < tables.length; g++) {
      tables[g] = new SeriesTable(set, set.groups().get(g), maxSeries);
      List<SetWindow> ofGroup = new ArrayList<>();
      for (Window window : windows) {
        ofGroup.add(window.addSet(tables[g]));
      }
      windowsByGroup.add(ofGroup);
    }
    List<InstrumentDescriptor> instruments = set.descriptor().instruments();
    List<NodeCell> found = new ArrayList<>();
    for (int i = 0; i < instruments.size(); i++) {
      InstrumentDescriptor instrument = instruments.get(i);
      var layout = new CellMerge(instrument);
      for (int c = 0; c < instrument.combinations(); c++) {
        found.add(new NodeCell(found.size(), instrument, c, layout, targets(i, c)));
      }
    }
    this.cells = found.toArray(NodeCell[]::new);
    this.observesAny = instruments.stream().anyMatch(each -> each.kind().isObserved());
    this.cellsByWord = new NodeCell[set.descriptor().slotBytes() / Long.BYTES];
    for (NodeCell cell : cells) {
      cellsByWord[cell.offset() / Long.BYTES] = cell;
    }
    this.plans = new LinePlan[cellsByWord.length / LinePlan.WORDS];
    for (int line = 0; line < plans.length; line++) {
      int word = line * LinePlan.WORDS;
      plans[line] = new LinePlan(Arrays.copyOfRange(cellsByWord, word, word + LinePlan.WORDS));
    }
  }

  /** The first column that a cell goes to; null if its instrument is not sent. */
  private @Nullable Target targets(int instrument, int combination) {
    Target first = null;
    for (int g = tables.length - 1; g >= 0; g--) {
      List<MetricStream> streams = set.groups().get(g).streams();
      for (SetWindow window : windowsByGroup.get(g).reversed()) {
        for (int s = streams.size() - 1; s >= 0; s--) {
          MetricStream stream = streams.get(s);
          if (stream.instrument() == instrument) {
            Column column = window.column(s);
            int inColumn = stream.combinations().get(combination);
            first = new Target(column, g, column.combinations(), inColumn, first);
          }
        }
      }
    }
    return first;
  }

  ViewedSet set() {
    return set;
  }

  /** In the order of their offsets. */
  NodeCell[] cells() {
    return cells;
  }

  /** By the word of the slot that a cell begins with; null where none does. */
  @Nullable NodeCell[] cellsByWord() {
    return cellsByWord;
  }

  /** By the line of the slot. */
  LinePlan[] plans() {
    return plans;
  }

  boolean observesAny() {
    return observesAny;
  }

  SeriesTable table(int group) {
    return tables[group];
  }

  /** Live series of all groups. */
  int seriesCount() {
    int count = 0;
    for (SeriesTable table : tables) {
      count += table.size();
    }
    return count;
  }

  /**
   * Counts a registration; returns its series' index in each group. Past the limit that is the
   * overflow series, so that memory stays bounded and sums stay whole (specification, "Cardinality
   * limits").
   */
  int[] register(Attributes entity, Attributes level, long startUnixNanos) {
    int[] series = new int[tables.length];
    for (int g = 0; g < tables.length; g++) {
      try {
        series[g] = register(g, entity, level, startUnixNanos);
      } catch (RuntimeException | Error failure) {
        for (int done = 0; done < g; done++) {
          tables[done].unregister(series[done]);
        }
        throw failure;
      }
    }
    return series;
  }

  /** Counts a registration in one group. */
  int register(int group, Attributes entity, Attributes level, long startUnixNanos) {
    SeriesTable table = tables[group];
    Attributes kept = table.group().filter().apply(entity);
    return table.register(table.isFullFor(kept, level) ? OVERFLOW : kept, level, startUnixNanos);
  }

  /** Takes back a registration that was closed; its series end with the last. */
  void unregister(int[] series) {
    for (int g = 0; g < tables.length; g++) {
      tables[g].unregister(series[g]);
    }
  }

  /** Takes back a registration that went with its core; its series' sums stay. */
  void retire(int[] series) {
    for (int g = 0; g < tables.length; g++) {
      tables[g].retire(series[g]);
    }
  }

  /** True if a registration's series have others, too. */
  boolean hasOthers(int[] series) {
    for (int g = 0; g < tables.length; g++) {
      if (tables[g].registrations(series[g]) > 1) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes in a point of another node's window.
   *
   * @param seriesOfNode this node's series for each of the other's
   * @param point of the other node
   * @return bytes that the cell takes in a frame of partial sums
   */
  int mergePartial(int group, int stream, int[] seriesOfNode, int point, long cell) {
    InstrumentDescriptor instrument = set.groups().get(group).streams().get(stream).descriptor();
    int combinations = instrument.combinations();
    int here = seriesOfNode[point / combinations] * combinations + point % combinations;
    List<SetWindow> windows = windowsByGroup.get(group);
    for (int i = 0; i < windows.size(); i++) {
      windows.get(i).column(stream).mergePartial(here, cell);
    }
    return PartialSums.cellBytes(instrument, cell);
  }

  /** A stream's column in each window. */
  List<Column> columns(int group, int stream) {
    return windowsByGroup.get(group).stream().map(window -> window.column(stream)).toList();
  }
}
