package io.numetry.flip;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bank.Bank;
import io.numetry.bank.BankDescriptor;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.NumaSystem;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Steps the owner and the aggregator by hand through every order of their steps, on one thread,
 * with the real classes: what jcstress samples, this enumerates (at the grain of calls).
 *
 * <p>The owner records to two cells, always the first before the second, so that a snapshot taken
 * at a point of its program shows {@code first == second} or {@code first == second + 1}; at its
 * polls the two are equal, so every sealed half must show them equal.
 */
class FlipInterleavingTest {
  private static final long HALF_BYTES = BankDescriptor.HALF_GRANULE_BYTES;

  /** One step of the owner. */
  enum Step {
    RECORD,
    POLL,
    IDLE,
    RESUME,
    CLOSE
  }

  static List<List<Step>> ownerPrograms() {
    List<List<Step>> programs = new ArrayList<>();
    programs.add(List.of(Step.RECORD, Step.POLL, Step.RECORD, Step.POLL, Step.RECORD, Step.POLL));
    programs.add(
        List.of(
            Step.RECORD, Step.IDLE, Step.RESUME, Step.RECORD, Step.IDLE, Step.POLL, Step.RECORD));
    programs.add(List.of(Step.RECORD, Step.POLL, Step.RECORD, Step.CLOSE, Step.RECORD, Step.POLL));
    programs.add(List.of(Step.RECORD, Step.IDLE, Step.CLOSE, Step.CLOSE, Step.RECORD));
    programs.add(
        List.of(
            Step.IDLE, Step.IDLE, Step.RESUME, Step.RESUME, Step.RECORD, Step.POLL, Step.CLOSE));
    programs.add(List.of(Step.IDLE, Step.RECORD, Step.RESUME, Step.RECORD, Step.POLL, Step.IDLE));
    return programs;
  }

  /** One step of the aggregator; each has at most one access that matters to the other side. */
  private enum AggregatorStep {
    ASK,
    ASK_TO_CLOSE,
    TRY_SEAL,
    DRAIN_FIRST_CELL,
    DRAIN_SECOND_CELL,
    DRAINED
  }

  private static final List<AggregatorStep> ROUND =
      List.of(
          AggregatorStep.ASK,
          AggregatorStep.TRY_SEAL,
          AggregatorStep.DRAIN_FIRST_CELL,
          AggregatorStep.DRAIN_SECOND_CELL,
          AggregatorStep.DRAINED);

  private static final List<AggregatorStep> CLOSING_ROUND =
      List.of(
          AggregatorStep.ASK,
          AggregatorStep.TRY_SEAL,
          AggregatorStep.ASK_TO_CLOSE,
          AggregatorStep.TRY_SEAL,
          AggregatorStep.DRAIN_FIRST_CELL,
          AggregatorStep.DRAIN_SECOND_CELL,
          AggregatorStep.DRAINED);

  @ParameterizedTest
  @MethodSource("ownerPrograms")
  void everyOrderOfTwoRounds(List<Step> owner) {
    List<AggregatorStep> twoRounds = new ArrayList<>(ROUND);
    twoRounds.addAll(ROUND);
    runAllOrders(owner, twoRounds);
  }

  @ParameterizedTest
  @MethodSource("ownerPrograms")
  void everyOrderOfAClosingRound(List<Step> owner) {
    runAllOrders(owner, CLOSING_ROUND);
  }

  @Test
  void ordersAreAllDistinctAndCounted() {
    List<boolean[]> orders = new ArrayList<>();
    forEachOrder(6, 10, orders::add);
    assertThat(orders).hasSize(8008); // 16 choose 6
    assertThat(orders.stream().map(Arrays::toString).distinct()).hasSize(8008);
  }

  private static void runAllOrders(List<Step> owner, List<AggregatorStep> aggregator) {
    int[] runs = new int[1];
    Bank bank = Bank.reserve(NumaSystem.system(), 0, HALF_BYTES);
    forEachOrder(
        owner.size(),
        aggregator.size(),
        order -> {
          new World(bank).run(owner, aggregator, order);
          runs[0]++;
        });
    assertThat(runs[0]).isGreaterThan(700);
  }

  /** All ways to merge two sequences; true is a step of the first. */
  private static void forEachOrder(int firsts, int seconds, Consumer<boolean[]> visitor) {
    place(new boolean[firsts + seconds], 0, firsts, visitor);
  }

  private static void place(boolean[] order, int from, int left, Consumer<boolean[]> visitor) {
    if (left == 0) {
      visitor.accept(order.clone());
      return;
    }
    for (int at = from; at <= order.length - left; at++) {
      order[at] = true;
      place(order, at + 1, left - 1, visitor);
      order[at] = false;
    }
  }

  /** A core and its aggregator in one bank, and what must be true of them. */
  private static final class World {
    private final Bank bank;
    private final FlipOwner owner;
    private final FlipRequester requester;
    private final PairSet pair;
    private final StringBuilder trace = new StringBuilder();
    private long recorded;
    private long recordedWhileIdle;
    private boolean idle;
    private boolean sealed;
    private long drainedFirst;
    private long drainedSecond;

    World(Bank bank) {
      this.bank = bank;
      clear();
      owner = new FlipOwner(bank, Thread.currentThread(), "world");
      requester = new FlipRequester(bank);
      pair = PairSet.TYPE.factory().apply(new PairSlot(owner, bank));
    }

    void run(List<Step> ownerSteps, List<AggregatorStep> aggregatorSteps, boolean[] order) {
      Deque<Step> owners = new ArrayDeque<>(ownerSteps);
      Deque<AggregatorStep> aggregators = new ArrayDeque<>(aggregatorSteps);
      for (boolean ownersTurn : order) {
        if (ownersTurn) {
          step(owners.removeFirst());
        } else {
          step(aggregators.removeFirst());
        }
      }
      finish();
      assertThat(drainedFirst).as("%s", trace).isEqualTo(recorded);
      assertThat(drainedSecond).as("%s", trace).isEqualTo(recorded);
      assertThat(touchedLimbo()).as("%s", trace).isEqualTo(recordedWhileIdle > 0);
    }

    private void step(Step step) {
      trace.append(' ').append(step);
      switch (step) {
        case RECORD -> {
          pair.addFirst(1);
          pair.addSecond(1);
          if (idle || owner.isClosed()) {
            recordedWhileIdle++;
          } else {
            recorded++;
          }
        }
        case POLL -> {
          owner.poll();
          idle = false;
        }
        case IDLE -> {
          owner.idle();
          idle = true;
        }
        case RESUME -> {
          owner.resume();
          idle = false;
        }
        case CLOSE -> owner.close();
      }
    }

    private void step(AggregatorStep step) {
      trace.append(' ').append(step);
      switch (step) {
        case ASK -> requester.ask();
        case ASK_TO_CLOSE -> requester.askToClose();
        case TRY_SEAL -> sealed = sealed || requester.trySeal();
        case DRAIN_FIRST_CELL -> {
          if (sealed) {
            long first = NativeAccess.getLong(requester.sealedHalf() + PairSlot.OFFSET);
            long second = NativeAccess.getLong(requester.sealedHalf() + PairSlot.OFFSET + 8);
            assertThat(first).as("sealed between two recordings:%s", trace).isEqualTo(second);
            drainedFirst += take(PairSlot.OFFSET);
          }
        }
        case DRAIN_SECOND_CELL -> {
          if (sealed) {
            drainedSecond += take(PairSlot.OFFSET + 8);
          }
        }
        case DRAINED -> {
          if (sealed) {
            requester.drained();
            sealed = false;
          }
        }
      }
    }

    /** Whatever the order was: once the owner closes and all is drained, nothing is missing. */
    private void finish() {
      trace.append(" |");
      if (sealed) {
        drainRest();
      }
      owner.close();
      for (int round = 0; !requester.isFinished(); round++) {
        assertThat(round).as("rounds to finish:%s", trace).isLessThan(3);
        sealed = requester.trySeal();
        assertThat(sealed).as("a closed core is sealed:%s", trace).isTrue();
        drainRest();
      }
      assertThat(requester.trySeal()).as("nothing after the end:%s", trace).isFalse();
    }

    /**
     * The drain may have been broken off anywhere: a cell taken is zero, so taking is repeatable.
     */
    private void drainRest() {
      drainedFirst += take(PairSlot.OFFSET);
      drainedSecond += take(PairSlot.OFFSET + 8);
      requester.drained();
      sealed = false;
    }

    private long take(long offset) {
      long cell = requester.sealedHalf() + offset;
      long value = NativeAccess.getLong(cell);
      NativeAccess.putLong(cell, 0);
      return value;
    }

    private boolean touchedLimbo() {
      return NativeAccess.getLong(bank.limbo() + PairSlot.OFFSET) > 0;
    }

    private void clear() {
      NativeAccess.zero(bank.requestAddress(), 2 * Long.BYTES);
      NativeAccess.zero(bank.sealAddress(), 2 * Long.BYTES);
      for (long base : List.of(bank.half(0), bank.half(1), bank.limbo())) {
        NativeAccess.zero(base, Math.toIntExact(HALF_BYTES));
      }
    }
  }

  /** Two counters. */
  private static final class PairSet extends RecordingSet {
    static final MetricSetType<PairSet> TYPE =
        new MetricSetType<>(
            MetricSetDescriptor.builder("pair", "b")
                .instrument(InstrumentKind.COUNTER, ValueType.LONG, "pair.first", "1", "b")
                .instrument(InstrumentKind.COUNTER, ValueType.LONG, "pair.second", "1", "b")
                .build(),
            PairSet::new);

    private PairSet(SlotHandle handle) {
      super(handle);
    }

    void addFirst(long n) {
      addMonotonic(0, n);
    }

    void addSecond(long n) {
      addMonotonic(8, n);
    }
  }

  private record PairSlot(FlipOwner activeHalf, Bank bank) implements SlotHandle {
    static final long OFFSET = BankDescriptor.firstCellOffset(HALF_BYTES);

    @Override
    public LimboHalf limbo() {
      return new LimboHalf(bank, "world");
    }

    @Override
    public long slotOffset() {
      return OFFSET;
    }

    @Override
    public void close() {
      throw new AssertionError("no set is closed here");
    }
  }
}
