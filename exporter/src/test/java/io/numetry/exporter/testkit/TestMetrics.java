package io.numetry.exporter.testkit;

import io.numetry.attribute.Attributes;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.MemoryTag;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.MmscCell;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;
import io.numetry.window.SeriesTable;
import io.numetry.window.SetWindow;
import io.numetry.window.Window;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A window, and beside it an account of its own of what was recorded there: the tests hold the
 * encoder's output against the account, never against the window.
 */
public final class TestMetrics implements AutoCloseable {
  public static final long START = 1_700_000_000_000_000_000L;
  public static final MemoryTag WINDOW_TAG = new MemoryTag("test-window");

  /** The kinds of {@link #everyKind}. */
  public static final List<InstrumentKind> KINDS =
      Arrays.stream(InstrumentKind.values())
          .filter(kind -> !kind.isDistribution() || kind == InstrumentKind.MMSC)
          .toList();

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment cell = arena.allocate(MmscCell.BYTES, Long.BYTES);
  private final Function<InstrumentKind, Temporality> temporality;
  private final Window window;
  private final List<TestSet> sets = new ArrayList<>();

  /** What an instrument of a series holds. */
  public static final class Value {
    public long bits;
    public long count;
    public double min;
    public double max;
    public double sum;
    private long longSum;
  }

  /** A registered series. */
  public record Series(int index, Attributes attributes, long start) {}

  /** One metric set and its values. */
  public final class TestSet {
    public final MetricSetDescriptor descriptor;
    public final SeriesTable table;
    private final SetWindow columns;
    private final Map<Integer, Series> series = new TreeMap<>();
    private final List<Map<Integer, Value>> values = new ArrayList<>();

    TestSet(MetricSetDescriptor descriptor) {
      this.descriptor = descriptor;
      this.table = new SeriesTable(descriptor, 1_000_000);
      this.columns = window.addSet(table);
      descriptor.instruments().forEach(instrument -> values.add(new TreeMap<>()));
    }

    public int series(Attributes attributes, long start) {
      int index = table.register(attributes, start);
      series.putIfAbsent(index, new Series(index, attributes, start));
      return index;
    }

    public int series(Attributes attributes) {
      return series(attributes, START);
    }

    /** Ends a series; its index is free after the next interval. */
    public void end(int index) {
      table.unregister(index, window.bit());
    }

    /** Series with a value of an instrument, by index. */
    public Map<Integer, Value> values(int instrument) {
      return values.get(instrument);
    }

    public Series seriesAt(int index) {
      return series.get(index);
    }

    /** Records a long as the instrument does, on both sides. */
    public void record(int instrument, int index, long value) {
      InstrumentDescriptor described = described(instrument, ValueType.LONG);
      Value known = values.get(instrument).computeIfAbsent(index, absent -> new Value());
      switch (described.kind()) {
        case COUNTER, UP_DOWN_COUNTER -> known.bits += value;
        case GAUGE, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER -> known.bits = value;
        case MMSC -> {
          note(known, (double) value);
          known.longSum += value;
          known.sum = (double) known.longSum;
        }
        case EXPONENTIAL_HISTOGRAM, EXPLICIT_HISTOGRAM -> throw new AssertionError("not yet");
      }
      merge(described, instrument, index, value);
    }

    /** Records a double as the instrument does, on both sides. */
    public void record(int instrument, int index, double value) {
      InstrumentDescriptor described = described(instrument, ValueType.DOUBLE);
      long bits = Double.doubleToRawLongBits(value);
      Value known = values.get(instrument).computeIfAbsent(index, absent -> new Value());
      switch (described.kind()) {
        case COUNTER, UP_DOWN_COUNTER ->
            known.bits =
                Double.doubleToRawLongBits(
                    // A cell starts as zero, so a first -0.0 becomes 0.0 there.
                    Double.longBitsToDouble(known.bits) + value);
        case GAUGE, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER -> known.bits = bits;
        case MMSC -> {
          note(known, value);
          known.sum += value;
        }
        case EXPONENTIAL_HISTOGRAM, EXPLICIT_HISTOGRAM -> throw new AssertionError("not yet");
      }
      merge(described, instrument, index, bits);
    }

    private InstrumentDescriptor described(int instrument, ValueType type) {
      InstrumentDescriptor described = descriptor.instruments().get(instrument);
      if (described.valueType() != type) {
        throw new AssertionError(described + " does not take a " + type);
      }
      return described;
    }

    private void note(Value known, double value) {
      known.min = known.count == 0 ? value : Math.min(known.min, value);
      known.max = known.count == 0 ? value : Math.max(known.max, value);
      known.count++;
    }

    private void merge(InstrumentDescriptor described, int instrument, int index, long bits) {
      long address = cell.address();
      if (described.kind() == InstrumentKind.MMSC) {
        NativeAccess.putLong(address + MmscCell.MIN, bits);
        NativeAccess.putLong(address + MmscCell.MAX, bits);
        NativeAccess.putLong(address + MmscCell.SUM, bits);
        NativeAccess.putLong(address + MmscCell.COUNT, 1);
      } else {
        NativeAccess.putLong(address, bits);
      }
      columns.merge(instrument, index, address);
    }
  }

  public TestMetrics(Function<InstrumentKind, Temporality> temporality, TestNode node) {
    this.temporality = temporality;
    this.window = new Window(0, temporality, bytes -> node.reserve(bytes, WINDOW_TAG), START);
    window.end(START + 60_000_000_000L);
  }

  public static TestMetrics cumulative() {
    return new TestMetrics(kind -> Temporality.CUMULATIVE, new TestNode());
  }

  public static TestMetrics delta() {
    return new TestMetrics(
        kind -> kind == InstrumentKind.UP_DOWN_COUNTER ? Temporality.CUMULATIVE : Temporality.DELTA,
        new TestNode());
  }

  /** A set with an instrument of each kind and value type, in the order of the enums. */
  public static MetricSetDescriptor everyKind(String name) {
    MetricSetDescriptor.Builder set = MetricSetDescriptor.builder(name, "Every kind.");
    for (InstrumentKind kind : KINDS) {
      for (ValueType type : ValueType.values()) {
        String metric = name + "." + kind.name().toLowerCase(Locale.ROOT) + "." + type;
        set.instrument(kind, type, metric, "{unit}", "What " + metric + " is.");
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
    window.startAnew(List.of(window));
    window.end(window.startUnixNanos() + 60_000_000_000L);
    for (TestSet set : sets) {
      for (int i = 0; i < set.values.size(); i++) {
        if (temporality.apply(set.descriptor.instruments().get(i).kind()) == Temporality.DELTA) {
          set.values.get(i).clear();
        }
      }
    }
  }

  /** A series that has ended, whose index is about to be reused, has no values any more. */
  public void forget(TestSet set, int index) {
    set.series.remove(index);
    set.values.forEach(values -> values.remove(index));
  }

  @Override
  public void close() {
    window.close();
    arena.close();
  }
}
