package io.numetry.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.attribute.Attributes;
import io.numetry.numa.MemoryLedger;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NumaSystem;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;
import io.numetry.testkit.ProbeSet;
import io.numetry.view.ViewedSet;
import io.numetry.view.Views;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final MemoryTag TAG = new MemoryTag("window-test");
  private static final int COUNT = 0;
  private static final int AMOUNT = 1;
  private static final int LEVEL = 2;
  private static final int DEPTH = 4;
  private static final int SIZE = 6;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment cell = arena.allocate(32, 8);
  private final SeriesTable series = series(ProbeSet.DESCRIPTOR);
  private final Window window = window(0, Temporality.DELTA);
  private final SetWindow set = window.addSet(series);

  private static SeriesTable series(MetricSetDescriptor descriptor) {
    ViewedSet viewed = Views.NONE.apply(descriptor);
    return new SeriesTable(viewed, viewed.groups().getFirst(), 1_000_000);
  }

  private static Window window(int reader, Temporality temporality) {
    return new Window(
        reader,
        kind -> temporality,
        false,
        bytes -> NumaSystem.system().reserve(0, bytes, TAG),
        1_000);
  }

  @AfterEach
  void everyByteIsGivenBack() {
    window.close();
    arena.close();
    assertThat(MemoryLedger.balance(TAG)).isEqualTo(MemoryLedger.Balance.NOTHING);
  }

  private int register(int number) {
    return series.register(Attributes.of("n", Integer.toString(number)), Attributes.empty(), 500);
  }

  private void mergeLong(SetWindow into, int instrument, int index, long value) {
    cell.set(ValueLayout.JAVA_LONG, 0, value);
    into.column(instrument).merge(index, cell.address());
  }

  private static List<Integer> present(Column column) {
    List<Integer> found = new ArrayList<>();
    for (int s = column.nextPresent(0); s >= 0; s = column.nextPresent(s + 1)) {
      found.add(s);
    }
    return found;
  }

  @Test
  void tellsWhereARunOfPresentPointsEnds() {
    boolean[] recorded = new boolean[1024];
    var random = new Random(7);
    for (int i = 0; i < 1000; ) {
      int run = Math.min(1000 - i, random.nextInt(1, 200));
      boolean present = random.nextBoolean();
      for (int end = i + run; i < end; i++) {
        register(i);
        if (present) {
          mergeLong(set, COUNT, i, 1);
          recorded[i] = true;
        }
      }
    }
    Column column = set.column(COUNT);
    for (int limit : new int[] {1, 63, 64, 65, 1000, 2000}) {
      for (int from = 0; from < 1000; from++) {
        int end = from;
        while (end < Math.min(from + limit, recorded.length) && recorded[end]) {
          end++;
        }
        assertThat(column.presentEnd(from, from + limit)).as("%d + %d", from, limit).isEqualTo(end);
      }
    }
  }

  @Test
  void growsWithoutLosingAValue() {
    for (int i = 0; i < 1000; i++) {
      assertThat(register(i)).isEqualTo(i);
      if (i % 3 == 0) {
        mergeLong(set, COUNT, i, i);
        mergeLong(set, COUNT, i, 1);
      }
    }
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 1000; i += 3) {
      expected.add(i);
      assertThat(set.column(COUNT).valueBits(i)).isEqualTo(i + 1);
    }
    assertThat(present(set.column(COUNT))).isEqualTo(expected);
    assertThat(present(set.column(DEPTH))).isEmpty();
    assertThat(set.column(COUNT).isPresent(1)).isFalse();
    assertThat(set.column(COUNT).isPresent(100_000)).isFalse();
  }

  /** What is kept is the two, and what counts is what they are together. */
  @Test
  void aSeriesIsWhatEntityAndLevelAreTogether() {
    Attributes both = Attributes.of("a", "1", "b", "2");
    int first = series.register(Attributes.of("a", "1"), Attributes.of("b", "2"), 1);
    assertThat(series.attributes(first)).isEqualTo(both);
    assertThat(series.register(Attributes.of("b", "2"), Attributes.of("a", "1"), 1))
        .isEqualTo(first);
    assertThat(series.register(both, Attributes.empty(), 1)).isEqualTo(first);
    assertThat(series.register(Attributes.of("a", "1", "b", "9"), Attributes.of("b", "2"), 1))
        .isEqualTo(first);
    assertThat(series.registrations(first)).isEqualTo(4);
    int other = series.register(Attributes.of("a", "1"), Attributes.of("b", "3"), 1);
    assertThat(other).isNotEqualTo(first);
    assertThat(series.attributes(other)).isEqualTo(Attributes.of("a", "1", "b", "3"));
  }

  /** A histogram's cell is large: of a doubling nobody may need half. */
  @Test
  void cellsHaveTheirPagesAsSeriesCome() {
    InstrumentDescriptor instrument =
        MetricSetDescriptor.builder("wide", "One.")
            .instrument(
                InstrumentKind.EXPONENTIAL_HISTOGRAM, ValueType.LONG, "wide.value", "ns", "Value.")
            .build()
            .instruments()
            .getFirst();
    SeriesTable wide =
        series(
            MetricSetDescriptor.builder("wide", "One.")
                .instrument(
                    InstrumentKind.EXPONENTIAL_HISTOGRAM,
                    ValueType.LONG,
                    "wide.value",
                    "ns",
                    "Value.")
                .build());
    long before = MemoryLedger.balance(TAG).touchedBytes();
    window.addSet(wide);
    for (int i = 1; i <= 2_100; i++) {
      wide.register(Attributes.of("n", Integer.toString(i)), Attributes.empty(), 500);
      long cells = (long) i * Column.cellBytes(instrument);
      assertThat(MemoryLedger.balance(TAG).touchedBytes() - before)
          .isBetween(cells, cells + cells / 16 + (72 << 10));
    }
  }

  @Test
  void deltaStartsAnewAndCumulativeGoesOn() {
    Window cumulative = window(1, Temporality.CUMULATIVE);
    SetWindow other = cumulative.addSet(series);
    int index = register(1);
    for (SetWindow each : List.of(set, other)) {
      mergeLong(each, COUNT, index, 5);
    }
    window.end(2_000);
    window.startAnew();
    assertThat(window.startUnixNanos()).isEqualTo(2_000);
    assertThat(present(set.column(COUNT))).isEmpty();
    assertThat(set.column(COUNT).valueBits(index)).isZero();
    cumulative.end(2_000);
    cumulative.startAnew();
    mergeLong(other, COUNT, index, 5);
    assertThat(present(other.column(COUNT))).containsExactly(index);
    assertThat(other.column(COUNT).valueBits(index)).isEqualTo(10);
    cumulative.close();
  }

  @Test
  void mmscKeepsExtremesAcrossMergesFromNegativesUp() {
    int index = register(1);
    long[][] cells = {{-5, -2, -7, 2}, {3, 9, 12, 2}, {-6, -6, -6, 1}};
    for (long[] mmsc : cells) {
      for (int i = 0; i < 4; i++) {
        cell.set(ValueLayout.JAVA_LONG, i * 8L, mmsc[i]);
      }
      set.column(SIZE).merge(index, cell.address());
    }
    Column column = set.column(SIZE);
    assertThat(column.min(index)).isEqualTo(-6);
    assertThat(column.max(index)).isEqualTo(9);
    assertThat(column.sum(index)).isEqualTo(-1);
    assertThat(column.count(index)).isEqualTo(5);
  }

  @Test
  void aClockThatGoesBackwardsIsNotFollowed() {
    window.end(10);
    assertThat(window.endUnixNanos()).isEqualTo(1_001);
    window.startAnew();
    window.end(10);
    assertThat(window.endUnixNanos()).isEqualTo(1_002);
  }

  @Test
  void anEndedSeriesIsExportedOnceMoreByEveryWindowThenItsIndexIsReused() {
    Window cumulative = window(1, Temporality.CUMULATIVE);
    SetWindow other = cumulative.addSet(series);
    int index = register(1);
    int generation = series.generation(index);
    mergeLong(set, COUNT, index, 5);
    mergeLong(other, COUNT, index, 5);
    series.unregister(index);
    assertThat(present(other.column(COUNT))).as("its last values").containsExactly(index);
    window.startAnew();
    assertThat(register(2)).as("not free before all have exported").isNotEqualTo(index);
    cumulative.startAnew();
    assertThat(other.hasStale()).isTrue();
    assertThat(other.isStale(index, other.column(COUNT))).as("its end is to be told").isTrue();
    assertThat(present(other.column(COUNT))).as("where it had values").containsExactly(index);
    cumulative.startAnew();
    assertThat(other.hasStale()).isFalse();
    assertThat(present(other.column(COUNT))).isEmpty();
    assertThat(register(3)).isEqualTo(index);
    assertThat(series.generation(index)).isGreaterThan(generation);
    assertThat(other.column(COUNT).valueBits(index)).isZero();
    cumulative.close();
  }

  @Test
  void aSeriesThatIsRegisteredAgainInTimeGoesOn() {
    int index = register(1);
    mergeLong(set, COUNT, index, 5);
    series.unregister(index);
    assertThat(register(1)).isEqualTo(index);
    window.startAnew();
    assertThat(series.size()).isEqualTo(1);
    series.unregister(index);
    window.startAnew();
    assertThat(series.size()).isZero();
  }

  @Test
  void aSeriesWhoseEndWasToldGoesOnWhereItWas() {
    Window cumulative = window(1, Temporality.CUMULATIVE);
    SetWindow other = cumulative.addSet(series);
    int index = register(1);
    mergeLong(set, COUNT, index, 5);
    mergeLong(other, COUNT, index, 5);
    series.unregister(index);
    cumulative.startAnew();
    cumulative.startAnew();
    assertThat(present(other.column(COUNT))).isEmpty();
    assertThat(register(1)).as("the other window has not exported it yet").isEqualTo(index);
    assertThat(present(other.column(COUNT))).containsExactly(index);
    mergeLong(other, COUNT, index, 2);
    assertThat(other.column(COUNT).valueBits(index)).isEqualTo(7);
    cumulative.close();
  }

  @Test
  void aPointIsASeriesAndACombination() {
    MetricSetDescriptor descriptor =
        MetricSetDescriptor.builder("probe.dimensions", "Two dimensions.")
            .instrument(InstrumentKind.COUNTER, ValueType.LONG, "probe.count", "{n}", "Counts.")
            .dimension("outcome", "success", "failure")
            .dimension("signal", "logs", "traces", "metrics")
            .build();
    SeriesTable table = series(descriptor);
    SetWindow wide = window.addSet(table);
    Column column = wide.column(0);
    assertThat(column.combinations()).isEqualTo(6);
    for (int n = 0; n < 100; n++) {
      int index = table.register(Attributes.of("n", Integer.toString(n)), Attributes.empty(), 500);
      cell.set(ValueLayout.JAVA_LONG, 0, n + 1);
      column.merge(index * 6 + n % 6, cell.address());
    }
    assertThat(present(column)).hasSize(100);
    for (int point : present(column)) {
      assertThat(point % 6).isEqualTo(column.series(point) % 6);
      assertThat(column.valueBits(point)).isEqualTo(column.series(point) + 1);
    }
    table.unregister(7);
    window.startAnew();
    assertThat(table.size()).isEqualTo(99);
  }

  @Test
  void aSumThatLeavesItsRangeStaysAtTheRangesEnd() {
    int index = register(1);
    mergeLong(set, COUNT, index, Long.MAX_VALUE - 1);
    mergeLong(set, COUNT, index, 5);
    assertThat(set.column(COUNT).valueBits(index)).isEqualTo(Long.MAX_VALUE);
    mergeLong(set, COUNT, index, Long.MIN_VALUE + 3); // wrapped in its core
    assertThat(set.column(COUNT).valueBits(index)).isEqualTo(Long.MAX_VALUE);
    mergeLong(set, LEVEL, index, Long.MIN_VALUE + 1);
    mergeLong(set, LEVEL, index, -5);
    assertThat(set.column(LEVEL).valueBits(index)).isEqualTo(Long.MIN_VALUE);
    cell.set(ValueLayout.JAVA_DOUBLE, 0, Double.MAX_VALUE);
    set.column(AMOUNT).merge(index, cell.address());
    set.column(AMOUNT).merge(index, cell.address());
    assertThat(Double.longBitsToDouble(set.column(AMOUNT).valueBits(index)))
        .isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void aSumOfValuesThatAreNotNegativeIsNotEither() {
    int index = register(1);
    long[] wrapped = {Long.MAX_VALUE, Long.MAX_VALUE, -2, 2};
    for (int i = 0; i < 4; i++) {
      cell.set(ValueLayout.JAVA_LONG, i * 8L, wrapped[i]);
    }
    set.column(SIZE).merge(index, cell.address());
    assertThat(set.column(SIZE).sum(index)).isEqualTo((double) Long.MAX_VALUE);
  }

  @Test
  void aSeriesMadeAgainDoesNotBeginBeforeTheEndOfItsFormerLife() {
    int index = register(1);
    mergeLong(set, COUNT, index, 5);
    series.unregister(index);
    window.end(7_000);
    window.startAnew();
    assertThat(series.size()).isZero();
    int again = series.register(Attributes.of("n", "1"), Attributes.empty(), 6_500);
    assertThat(series.startUnixNanos(again)).isEqualTo(7_000);
  }

  @Test
  void takingBackMoreThanWasRegisteredIsAnError() {
    int index = register(1);
    series.unregister(index);
    assertThatThrownBy(() -> series.unregister(index))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("series {n=1} of probe: has no registration");
  }

  @Test
  void theProbesConstantsAreItsCells() {
    assertThat(ProbeSet.DESCRIPTOR.instruments())
        .extracting(InstrumentDescriptor::cellOffset)
        .containsExactly(
            ProbeSet.COUNT,
            ProbeSet.AMOUNT,
            ProbeSet.LEVEL,
            ProbeSet.TIDE,
            ProbeSet.DEPTH,
            ProbeSet.HEAT,
            ProbeSet.SIZE,
            ProbeSet.TIME);
    assertThat(ProbeSet.DESCRIPTOR.slotBytes()).isEqualTo(128);
  }
}
