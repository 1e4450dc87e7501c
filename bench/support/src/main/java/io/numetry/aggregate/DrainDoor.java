package io.numetry.aggregate;

import io.numetry.attribute.Attributes;
import io.numetry.numa.NumaSystem;
import io.numetry.registry.CoreChannel;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.window.Column;
import io.numetry.window.SeriesTable;
import io.numetry.window.SetWindow;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lets benches at the engine's drain, which is package-private: a node with one reader, whose cores
 * they drain by hand, in place of a node aggregator with a thread and a clock of its own.
 *
 * <p>Threads: one at a time.
 */
public final class DrainDoor {
  /** The largest scale that is measured. */
  private static final int MAX_SERIES = 1_000_000;

  private final int node;
  private final List<Window> windows;
  private final NodeBank bank;

  public DrainDoor(NumaSystem numa, Temporality temporality) {
    this(numa, temporality, AggregationLevel.NODE);
  }

  /**
   * @param level for all sets; of {@link AggregationLevel#PROCESS}, points have no attributes but
   *     their registration's
   */
  public DrainDoor(NumaSystem numa, Temporality temporality, AggregationLevel level) {
    this(numa, temporality, level, 1);
  }

  /**
   * @param readers each has a window of its own
   */
  public DrainDoor(NumaSystem numa, Temporality temporality, AggregationLevel level, int readers) {
    this.node = numa.topology().nodes().getFirst().id();
    List<Window> made = new ArrayList<>();
    for (int reader = 0; reader < readers; reader++) {
      made.add(
          new Window(
              reader,
              kind -> temporality,
              false,
              bytes -> numa.reserve(node, bytes, NodeAggregator.NODE_BANK_TAG),
              1));
    }
    this.windows = List.copyOf(made);
    this.bank = new NodeBank(windows, List.of(), new Levels(level, Map.of()), MAX_SERIES);
  }

  public Core admit(CoreChannel channel) {
    return new Core(new CoreDrain(channel, bank, false));
  }

  /** The sum over what the window has of a counter for a registration's attributes. */
  public long sum(MetricSetDescriptor descriptor, int instrument, Attributes entity) {
    SetWindow set = set(descriptor);
    SeriesTable series = set.series();
    Column column = set.column(instrument);
    Attributes wanted =
        entity.with(
            Attributes.builder().put(io.numetry.schema.ReservedKeys.NODE, (long) node).build());
    long sum = 0;
    for (int i = column.nextPresent(0); i >= 0; i = column.nextPresent(i + 1)) {
      if (series.attributes(i).equals(wanted)) {
        sum += column.valueBits(i);
      }
    }
    return sum;
  }

  /** The sum over what the window has of a counter, whatever the attributes. */
  public long sum(MetricSetDescriptor descriptor, int instrument) {
    Column column = column(descriptor, instrument);
    long sum = 0;
    for (int i = column.nextPresent(0); i >= 0; i = column.nextPresent(i + 1)) {
      sum += column.valueBits(i);
    }
    return sum;
  }

  /** The column of an instrument; a set's first registration, without attributes, is series 0. */
  public Column column(MetricSetDescriptor descriptor, int instrument) {
    return set(descriptor).column(instrument);
  }

  private SetWindow set(MetricSetDescriptor descriptor) {
    for (SetWindow set : windows.getFirst().sets()) {
      if (set.descriptor().equals(descriptor)) {
        return set;
      }
    }
    throw new IllegalArgumentException("metric set " + descriptor.name() + ": is not registered");
  }

  /** What there is to encode, for each reader. */
  public List<Window> windows() {
    return windows;
  }

  /** What there is to encode. */
  public Window window() {
    return windows.getFirst();
  }

  /** Everything present counts as exported; delta columns start anew. */
  public void exported() {
    windows.getFirst().end(0);
    windows.getFirst().startAnew();
  }

  /** One core's drain. */
  public static final class Core {
    private final CoreDrain drain;

    private Core(CoreDrain drain) {
      this.drain = drain;
    }

    public void ask() {
      drain.ask();
    }

    public void askToClose() {
      drain.askToClose();
    }

    /** Cells merged, or -1 if no half is sealed. */
    public int tryDrain() {
      return drain.tryDrain();
    }

    public boolean isFinished() {
      return drain.isFinished();
    }

    /** Cells recorded to while idle or closed, or without a slot, since the last call. */
    public int newMisplacedCells() {
      return drain.newMisplacedCells();
    }
  }
}
