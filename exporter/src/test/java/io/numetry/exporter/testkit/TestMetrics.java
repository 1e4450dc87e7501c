package io.numetry.exporter.testkit;

import io.numetry.attribute.Attributes;
import io.numetry.histogram.ExplicitCells;
import io.numetry.histogram.ExponentialIndex;
import io.numetry.histogram.ExponentialRecording;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.MemoryTag;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.MmscCell;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;
import io.numetry.view.ViewedSet;
import io.numetry.view.Views;
import io.numetry.window.Column;
import io.numetry.window.SeriesTable;
import io.numetry.window.SetWindow;
import io.numetry.window.Window;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A window, and beside it an account of its own of what was recorded there: the tests hold the
 * encoder's output against the account, never against the window.
 */
public final class TestMetrics implements AutoCloseable {
  public static final long START = 1_700_000_000_000_000_000L;
  public static final MemoryTag WINDOW_TAG = new MemoryTag("test-window");

  private static final ExponentialLayout NEGATIVES_TOO = new ExponentialLayout(160, 20, true);

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment cell = arena.allocate(256 << 10, Long.BYTES);
  private final Function<InstrumentKind, Temporality> temporality;
  private final Window window;
  private final List<TestSet> sets = new ArrayList<>();

  /** A value of a distribution, and how often it was recorded. */
  public record Recorded(double value, long times) {}

  /** What a point of an instrument holds. */
  public static final class Value {
    public long bits;
    public double sum;

    /** What a distribution was made of, for instruments that are one. */
    public final List<Recorded> recorded = new ArrayList<>();

    private long longSum;

    public double min() {
      return recorded.stream().mapToDouble(Recorded::value).min().orElseThrow();
    }

    public double max() {
      return recorded.stream().mapToDouble(Recorded::value).max().orElseThrow();
    }

    /** Counts stay at the largest there is. */
    public long count() {
      long count = 0;
      for (Recorded each : recorded) {
        long sum = count + each.times;
        count = sum < 0 ? Long.MAX_VALUE : sum;
      }
      return count;
    }
  }

  /** A registered series. */
  public static final class Series {
    public final Attributes attributes;
    public final long start;
    private boolean ending;
    private boolean stale;

    Series(Attributes attributes, long start) {
      this.attributes = attributes;
      this.start = start;
    }

    /** True if its end is to be told in place of its values. */
    public boolean isStale() {
      return stale;
    }
  }

  /** One metric set and its values. */
  public final class TestSet {
    public final MetricSetDescriptor descriptor;
    public final SeriesTable table;
    private final SetWindow columns;
    private final Map<Integer, Series> series = new TreeMap<>();
    private final List<Map<Integer, Value>> values = new ArrayList<>();

    TestSet(MetricSetDescriptor descriptor) {
      ViewedSet viewed = new Views(List.of(), true).apply(descriptor);
      this.descriptor = descriptor;
      this.table = new SeriesTable(viewed, viewed.groups().getFirst(), 1_000_000);
      this.columns = window.addSet(table);
      descriptor.instruments().forEach(instrument -> values.add(new TreeMap<>()));
    }

    public int series(Attributes attributes, long start) {
      int index = table.register(attributes, Attributes.empty(), start);
      series.putIfAbsent(index, new Series(attributes, table.startUnixNanos(index)));
      return index;
    }

    public int series(Attributes attributes) {
      return series(attributes, START);
    }

    /** Ends a series: the next interval tells that it has ended, the one after reuses its index. */
    public void end(int index) {
      table.unregister(index);
      series.get(index).ending = true;
    }

    /** Points with a value of an instrument, by series and combination. */
    public Map<Integer, Value> values(int instrument) {
      return values.get(instrument);
    }

    public Series seriesAt(int index) {
      return series.get(index);
    }

    public void record(int instrument, int index, long value) {
      record(instrument, index, 0, value, 1);
    }

    public void record(int instrument, int index, double value) {
      record(instrument, index, 0, value, 1);
    }

    /** Records a long as the instrument does, on both sides. */
    public void record(int instrument, int index, int combination, long value, long times) {
      InstrumentDescriptor described = described(instrument, ValueType.LONG);
      Value known = known(instrument, index, combination);
      switch (described.kind()) {
        case COUNTER -> {
          long sum = known.bits + value;
          known.bits = value < 0 || sum < 0 ? Long.MAX_VALUE : sum;
        }
        case UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER ->
            known.bits = saturated(known.bits, value);
        case GAUGE -> known.bits = value;
        case MMSC, EXPONENTIAL_HISTOGRAM, EXPLICIT_HISTOGRAM -> {
          known.recorded.add(new Recorded((double) value, times));
          known.longSum =
              described.kind() == InstrumentKind.MMSC
                  ? saturated(known.longSum, value * times)
                  : known.longSum + value * times;
          known.sum = (double) known.longSum;
        }
      }
      Column column = columns.column(instrument);
      int point = index * column.combinations() + combination;
      if (described.kind().isObserved()) {
        column.grow(point, value);
      } else {
        fill(described, value, (double) value, times);
        column.merge(point, cell.address());
      }
    }

    /** Records a double as the instrument does, on both sides. */
    public void record(int instrument, int index, int combination, double value, long times) {
      InstrumentDescriptor described = described(instrument, ValueType.DOUBLE);
      long bits = Double.doubleToRawLongBits(value);
      Value known = known(instrument, index, combination);
      switch (described.kind()) {
        case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER ->
            known.bits =
                Double.doubleToRawLongBits(
                    // A cell starts as zero, so a first -0.0 becomes 0.0 there.
                    Double.longBitsToDouble(known.bits) + value);
        case GAUGE -> known.bits = bits;
        case MMSC -> {
          known.recorded.add(new Recorded(value, times));
          known.sum += value * times;
        }
        case EXPONENTIAL_HISTOGRAM, EXPLICIT_HISTOGRAM -> {
          known.recorded.add(new Recorded(value + 0.0, times));
          known.sum += value * times;
        }
      }
      Column column = columns.column(instrument);
      int point = index * column.combinations() + combination;
      if (described.kind().isObserved()) {
        column.grow(point, value, 0);
      } else {
        fill(described, bits, value, times);
        column.merge(point, cell.address());
      }
    }

    /** Makes a distribution's point present, with nothing in it. */
    public void touch(int instrument, int index) {
      known(instrument, index, 0);
      cell.fill((byte) 0);
      columns.column(instrument).merge(index, cell.address());
    }

    private Value known(int instrument, int index, int combination) {
      int point = index * descriptor.instruments().get(instrument).combinations() + combination;
      return values.get(instrument).computeIfAbsent(point, absent -> new Value());
    }

    private InstrumentDescriptor described(int instrument, ValueType type) {
      InstrumentDescriptor described = descriptor.instruments().get(instrument);
      if (described.valueType() != type) {
        throw new AssertionError(described + " does not take a " + type);
      }
      return described;
    }

    /** Makes the cell what a core's is after one call. */
    private void fill(InstrumentDescriptor described, long bits, double value, long times) {
      boolean longs = described.valueType() == ValueType.LONG;
      long address = cell.address();
      cell.asSlice(0, described.cellBytes()).fill((byte) 0);
      switch (described.kind()) {
        case MMSC -> {
          NativeAccess.putLong(address + MmscCell.MIN, bits);
          NativeAccess.putLong(address + MmscCell.MAX, bits);
          NativeAccess.putLong(
              address + MmscCell.SUM,
              longs ? bits * times : Double.doubleToRawLongBits(value * times));
          NativeAccess.putLong(address + MmscCell.COUNT, times);
        }
        case EXPONENTIAL_HISTOGRAM -> {
          var layout = (ExponentialLayout) described.layout();
          requireRecorded(
              longs
                  ? ExponentialRecording.record(address, layout, bits, times)
                  : ExponentialRecording.record(address, layout, value, times));
        }
        case EXPLICIT_HISTOGRAM -> {
          var layout = (ExplicitLayout) described.layout();
          requireRecorded(
              longs
                  ? ExplicitCells.record(address, layout, bits, times)
                  : ExplicitCells.record(address, layout, value, times));
        }
        default -> NativeAccess.putLong(address, bits);
      }
    }

    private void nextInterval() {
      for (int i = 0; i < values.size(); i++) {
        if (temporality.apply(descriptor.instruments().get(i).kind()) == Temporality.DELTA) {
          values.get(i).clear();
        }
      }
      for (int index : List.copyOf(series.keySet())) {
        Series known = series.get(index);
        if (known.ending) {
          known.ending = false;
          known.stale = true;
        } else if (known.stale) {
          series.remove(index);
          for (int i = 0; i < values.size(); i++) {
            int combinations = descriptor.instruments().get(i).combinations();
            values.get(i).keySet().removeIf(point -> point / combinations == index);
          }
        }
      }
    }
  }

  public TestMetrics(Function<InstrumentKind, Temporality> temporality, TestNode node) {
    ExponentialIndex.initialize();
    this.temporality = temporality;
    this.window = new Window(0, temporality, true, bytes -> node.reserve(bytes, WINDOW_TAG), START);
    window.end(START + 60_000_000_000L);
  }

  public static TestMetrics cumulative() {
    return new TestMetrics(kind -> Temporality.CUMULATIVE, new TestNode());
  }

  public static TestMetrics delta() {
    return new TestMetrics(
        kind ->
            kind == InstrumentKind.UP_DOWN_COUNTER || kind == InstrumentKind.OBSERVE_UP_DOWN_COUNTER
                ? Temporality.CUMULATIVE
                : Temporality.DELTA,
        new TestNode());
  }

  /** A set with an instrument of each kind and value type, in the order of the enums. */
  public static MetricSetDescriptor everyKind(String name) {
    return everyKind(name, (set, metric) -> {});
  }

  /**
   * A set with an instrument of each kind and value type, in the order of the enums.
   *
   * @param more says more of each instrument, by its metric's name
   */
  public static MetricSetDescriptor everyKind(
      String name, BiConsumer<MetricSetDescriptor.Builder, String> more) {
    MetricSetDescriptor.Builder set = MetricSetDescriptor.builder(name, "Every kind.");
    for (InstrumentKind kind : InstrumentKind.values()) {
      for (ValueType type : ValueType.values()) {
        String metric = name + "." + kind.name().toLowerCase(Locale.ROOT) + "." + type;
        set.instrument(kind, type, metric, "{unit}", "What " + metric + " is.");
        if (kind == InstrumentKind.EXPONENTIAL_HISTOGRAM) {
          set.layout(NEGATIVES_TOO);
        }
        more.accept(set, metric);
      }
    }
    return set.build();
  }

  /** Where a kind's instrument stands in {@link #everyKind}. */
  public static int instrument(InstrumentKind kind, ValueType type) {
    List<InstrumentDescriptor> instruments = everyKind("any").instruments();
    for (int i = 0; i < instruments.size(); i++) {
      if (instruments.get(i).kind() == kind && instruments.get(i).valueType() == type) {
        return i;
      }
    }
    throw new AssertionError(kind + " " + type);
  }

  public TestSet add(MetricSetDescriptor descriptor) {
    var set = new TestSet(descriptor);
    sets.add(set);
    return set;
  }

  public List<TestSet> sets() {
    return sets;
  }

  public Window window() {
    return window;
  }

  public Temporality temporality(InstrumentKind kind) {
    return temporality.apply(kind);
  }

  /** The window was exported: on to the next interval, on both sides. */
  public void nextInterval() {
    window.startAnew();
    window.end(window.startUnixNanos() + 60_000_000_000L);
    sets.forEach(TestSet::nextInterval);
  }

  @Override
  public void close() {
    window.close();
    arena.close();
  }

  private static long saturated(long sum, long added) {
    try {
      return Math.addExact(sum, added);
    } catch (ArithmeticException e) {
      return sum < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private static void requireRecorded(boolean recorded) {
    if (!recorded) {
      throw new AssertionError("the cell does not take this value");
    }
  }
}
