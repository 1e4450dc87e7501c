package io.numetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.bank.BankDescriptor;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NumaSystem;
import io.numetry.record.TouchedMarks;
import io.numetry.registry.SetRegistration;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;
import io.numetry.view.ViewedSet;
import io.numetry.view.Views;
import io.numetry.window.Window;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotMapTest {
  private static final MemoryTag TAG = new MemoryTag("slot-map-test");
  private static final long HALF_BYTES = BankDescriptor.HALF_GRANULE_BYTES;
  private static final long SLOT = BankDescriptor.firstCellOffset(HALF_BYTES);
  private static final ViewedSet COUNTS = one(InstrumentKind.COUNTER);

  private final Arena arena = Arena.ofConfined();
  private final long half = arena.allocate(HALF_BYTES, BankDescriptor.PAGE_BYTES).address();
  private final Window window =
      new Window(
          0,
          kind -> Temporality.CUMULATIVE,
          false,
          bytes -> NumaSystem.system().reserve(0, bytes, TAG),
          1_000);
  private final NodeSet counts = new NodeSet(COUNTS, List.of(window), 10);
  private final SlotMap slots = new SlotMap(HALF_BYTES);

  @AfterEach
  void close() {
    window.close();
    arena.close();
  }

  private static ViewedSet one(InstrumentKind kind) {
    return Views.NONE.apply(
        MetricSetDescriptor.builder("probe." + kind.name().toLowerCase(Locale.ROOT), "One.")
            .instrument(kind, ValueType.LONG, "probe.value", "{n}", "Value.")
            .build());
  }

  private SlotBinding bound(NodeSet set) {
    var registration = new SetRegistration(set.set(), Attributes.empty(), SLOT, 1);
    int[] series = set.register(Attributes.empty(), Attributes.empty(), 1);
    SlotBinding binding = SlotBinding.of(registration, set, series);
    slots.bind(binding);
    return binding;
  }

  private void record(long value) {
    NativeAccess.putLong(half + SLOT, value);
    NativeAccess.putByte(half + TouchedMarks.markOffset(SLOT), TouchedMarks.TOUCHED);
  }

  private long total() {
    return window.sets().getFirst().column(0).valueBits(0);
  }

  @Test
  void drainsALineByItsPlan() {
    assertThat(bound(counts)).isInstanceOf(PlainBinding.class);
    record(5);
    assertThat(slots.drain(half)).isEqualTo(1);
    assertThat(slots.drain(half)).isZero();
    assertThat(total()).isEqualTo(5);
    assertThat(NativeAccess.getLong(half + SLOT)).isZero();
  }

  /** What comes into a slot without a set is nobody's. */
  @Test
  void forgetsThePlansOfASetThatIsGone() {
    slots.unbind(bound(counts));
    record(5);
    assertThat(slots.drain(half)).isZero();
    assertThat(slots.newStrayCells()).isEqualTo(1);
    assertThat(total()).isZero();
    assertThat(NativeAccess.getLong(half + SLOT)).isZero();
  }

  /** A set that observes has no plans; those of the slot's former set are not its own. */
  @Test
  void givesASlotToASetWithoutPlans() {
    slots.unbind(bound(counts));
    var observed = new NodeSet(one(InstrumentKind.OBSERVE_COUNTER), List.of(window), 10);
    assertThat(bound(observed)).isInstanceOf(GeneralBinding.class);
    record(5);
    assertThat(slots.drain(half)).isEqualTo(1);
    assertThat(total()).isZero();
    assertThat(window.sets().getLast().column(0).valueBits(0)).isEqualTo(5);
  }
}
