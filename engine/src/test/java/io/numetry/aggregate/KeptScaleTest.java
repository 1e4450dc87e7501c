package io.numetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.bank.BankDescriptor;
import io.numetry.histogram.ExponentialCells;
import io.numetry.histogram.ExponentialIndex;
import io.numetry.histogram.ExponentialRecording;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NumaSystem;
import io.numetry.record.TouchedMarks;
import io.numetry.registry.SetRegistration;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;
import io.numetry.view.ViewedSet;
import io.numetry.view.Views;
import io.numetry.window.Window;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At what scale a histogram's cell begins after a drain. */
class KeptScaleTest {
  private static final MemoryTag TAG = new MemoryTag("kept-scale-test");
  private static final long HALF_BYTES = BankDescriptor.HALF_GRANULE_BYTES;
  private static final long SLOT = BankDescriptor.firstCellOffset(HALF_BYTES);
  private static final ExponentialLayout LAYOUT = ExponentialLayout.DEFAULT;

  private final Arena arena = Arena.ofConfined();
  private final long half = arena.allocate(HALF_BYTES, BankDescriptor.PAGE_BYTES).address();
  private final List<Window> windows = new ArrayList<>();
  private final SlotMap slots = new SlotMap(HALF_BYTES);

  @AfterEach
  void close() {
    windows.forEach(Window::close);
    arena.close();
  }

  /**
   * @param observes if so, lines are drained by their binding and not by plans
   */
  private void register(boolean observes, Temporality... temporalities) {
    for (Temporality each : temporalities) {
      windows.add(
          new Window(
              windows.size(),
              kind -> each,
              false,
              bytes -> NumaSystem.system().reserve(0, bytes, TAG),
              1_000));
    }
    MetricSetDescriptor.Builder descriptor =
        MetricSetDescriptor.builder("probe.scale", "One.")
            .instrument(
                InstrumentKind.EXPONENTIAL_HISTOGRAM, ValueType.LONG, "probe.time", "ns", "Time.");
    if (observes) {
      descriptor.instrument(
          InstrumentKind.OBSERVE_COUNTER, ValueType.LONG, "probe.value", "{n}", "Value.");
    }
    ViewedSet set = Views.NONE.apply(descriptor.build());
    var onNode = new NodeSet(set, windows, 10);
    var registration = new SetRegistration(set, Attributes.empty(), SLOT, 1);
    SlotBinding binding =
        SlotBinding.of(
            registration, onNode, onNode.register(Attributes.empty(), Attributes.empty(), 1));
    assertThat(binding instanceof PlainBinding).isEqualTo(!observes);
    slots.bind(binding);
    ExponentialIndex.initialize();
  }

  private void interval(long... values) {
    for (long value : values) {
      ExponentialRecording.record(half + SLOT, LAYOUT, value);
    }
    NativeAccess.putByte(half + TouchedMarks.markOffset(SLOT), TouchedMarks.TOUCHED);
    assertThat(slots.drain(half)).isEqualTo(1);
    assertThat(ExponentialCells.isEmpty(half + SLOT)).isTrue();
  }

  private int scaleOfCell() {
    return ExponentialCells.scale(half + SLOT, LAYOUT);
  }

  private int scaleOfWindow(int window) {
    return ExponentialCells.scale(windows.get(window).sets().getFirst().column(0).cell(0), LAYOUT);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isThatOfACumulativeColumn(boolean observes) {
    register(observes, Temporality.CUMULATIVE);
    interval(10, 1_000);
    assertThat(scaleOfWindow(0)).isEqualTo(4);
    assertThat(scaleOfCell()).isEqualTo(4);
    interval(500);
    assertThat(scaleOfCell()).isEqualTo(4);
    interval(100_000_000);
    assertThat(scaleOfWindow(0)).isEqualTo(2);
    assertThat(scaleOfCell()).isEqualTo(2);
  }

  /** A delta's points are as fine as their own interval allows. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isTheFinestWhereAColumnIsADelta(boolean observes) {
    register(observes, Temporality.CUMULATIVE, Temporality.DELTA);
    interval(10, 1_000);
    assertThat(scaleOfCell()).isEqualTo(20);
    windows.get(1).startAnew();
    interval(500);
    assertThat(scaleOfWindow(0)).isEqualTo(4);
    assertThat(scaleOfWindow(1)).isEqualTo(20);
  }

  /** Nobody is to lose by what another's column has been through. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isTheFinestOfSeveralColumns(boolean observes) {
    register(observes, Temporality.CUMULATIVE, Temporality.CUMULATIVE);
    for (int coarse = 0; coarse < 2; coarse++) {
      interval(10, 1_000);
      windows.forEach(window -> clear(window));
      ExponentialRecording.record(cell(coarse), LAYOUT, 1);
      ExponentialRecording.record(cell(coarse), LAYOUT, 1_000_000_000);
      interval(10, 1_000);
      assertThat(scaleOfWindow(coarse)).isEqualTo(2);
      assertThat(scaleOfWindow(1 - coarse)).isEqualTo(4);
      assertThat(scaleOfCell()).isEqualTo(4);
    }
  }

  private long cell(int window) {
    return windows.get(window).sets().getFirst().column(0).cell(0);
  }

  private void clear(Window window) {
    ExponentialCells.clear(window.sets().getFirst().column(0).cell(0), LAYOUT);
  }
}
