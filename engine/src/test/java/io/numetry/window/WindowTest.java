package io.numetry.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.attribute.Attributes;
import io.numetry.numa.MemoryLedger;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NumaSystem;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.testkit.ProbeSet;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final MemoryTag TAG = new MemoryTag("window-test");
  private static final int COUNT = 0;
  private static final int DEPTH = 4;
  private static final int SIZE = 6;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment cell = arena.allocate(32, 8);
  private final SeriesTable series = new SeriesTable(ProbeSet.DESCRIPTOR, 1_000_000);
  private final Window window = window(0, Temporality.DELTA);
  private final SetWindow set = window.addSet(series);

  private static Window window(int reader, Temporality temporality) {
    return new Window(
        reader, kind -> temporality, bytes -> NumaSystem.system().reserve(0, bytes, TAG), 1_000);
  }

  @AfterEach
  void everyByteIsGivenBack() {
    window.close();
    arena.close();
    assertThat(MemoryLedger.balance(TAG)).isEqualTo(MemoryLedger.Balance.NOTHING);
  }

  private int register(int number) {
    return series.register(Attributes.of("n", Integer.toString(number)), 500);
  }

  private void mergeLong(SetWindow into, int instrument, int index, long value) {
    cell.set(ValueLayout.JAVA_LONG, 0, value);
    into.merge(instrument, index, cell.address());
  }

  private static List<Integer> present(Column column) {
    List<Integer> found = new ArrayList<>();
    for (int s = column.nextPresent(0); s >= 0; s = column.nextPresent(s + 1)) {
      found.add(s);
    }
    return found;
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

  @Test
  void deltaStartsAnewAndCumulativeGoesOn() {
    Window cumulative = window(1, Temporality.CUMULATIVE);
    SetWindow other = cumulative.addSet(series);
    int index = register(1);
    for (SetWindow each : List.of(set, other)) {
      mergeLong(each, COUNT, index, 5);
    }
    window.end(2_000);
    window.startAnew(List.of(window, cumulative));
    assertThat(window.startUnixNanos()).isEqualTo(2_000);
    assertThat(present(set.column(COUNT))).isEmpty();
    assertThat(set.column(COUNT).valueBits(index)).isZero();
    cumulative.end(2_000);
    cumulative.startAnew(List.of(window, cumulative));
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
      set.merge(SIZE, index, cell.address());
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
    window.startAnew(List.of(window));
    window.end(10);
    assertThat(window.endUnixNanos()).isEqualTo(1_002);
  }

  @Test
  void anEndedSeriesIsExportedOnceMoreByEveryWindowThenItsIndexIsReused() {
    Window cumulative = window(1, Temporality.CUMULATIVE);
    SetWindow other = cumulative.addSet(series);
    List<Window> windows = List.of(window, cumulative);
    long all = window.bit() | cumulative.bit();
    int index = register(1);
    int generation = series.generation(index);
    mergeLong(set, COUNT, index, 5);
    mergeLong(other, COUNT, index, 5);
    series.unregister(index, all);
    assertThat(present(other.column(COUNT))).as("its last values").containsExactly(index);
    window.startAnew(windows);
    assertThat(register(2)).as("not free before all have exported").isNotEqualTo(index);
    cumulative.startAnew(windows);
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
    series.unregister(index, window.bit());
    assertThat(register(1)).isEqualTo(index);
    window.startAnew(List.of(window));
    assertThat(series.size()).isEqualTo(1);
    series.unregister(index, window.bit());
    window.startAnew(List.of(window));
    assertThat(series.size()).isZero();
  }

  @Test
  void takingBackMoreThanWasRegisteredIsAnError() {
    int index = register(1);
    series.unregister(index, window.bit());
    assertThatThrownBy(() -> series.unregister(index, window.bit()))
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
