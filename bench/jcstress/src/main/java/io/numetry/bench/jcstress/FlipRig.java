package io.numetry.bench.jcstress;

import io.numetry.bank.Bank;
import io.numetry.bank.BankDescriptor;
import io.numetry.bank.SlotAllocator;
import io.numetry.bench.support.FixedSlot;
import io.numetry.bench.support.FourCountersSet;
import io.numetry.flip.FlipOwner;
import io.numetry.flip.FlipRequester;
import io.numetry.flip.LimboHalf;
import io.numetry.memory.NativeAccess;
import io.numetry.record.TouchedMarks;

/**
 * Both sides of the flip over one bank with three sets, without registry and node bank: what a half
 * holds is read cell by cell. Each test uses its second counter of a set as it likes; the first is
 * what is summed.
 */
final class FlipRig {
  private static final int SETS = 3;

  final FlipOwner owner;
  final FlipRequester aggregator;

  /** The owner's sets, in three different cache lines. */
  final FourCountersSet a;

  final FourCountersSet b;
  final FourCountersSet c;

  private final Bank bank;
  private final long[] slotOffsets = new long[SETS];

  FlipRig() {
    bank = BankPool.take();
    owner = new FlipOwner(bank, Thread.currentThread(), "stress");
    aggregator = new FlipRequester(bank);
    var limbo = new LimboHalf(bank, "stress");
    var slots = new SlotAllocator(bank);
    a = set(0, slots, limbo);
    b = set(1, slots, limbo);
    c = set(2, slots, limbo);
  }

  private FourCountersSet set(int index, SlotAllocator slots, LimboHalf limbo) {
    slotOffsets[index] = slots.allocate(FourCountersSet.DESCRIPTOR.slotBytes());
    return FourCountersSet.TYPE.factory().apply(new FixedSlot(owner, limbo, slotOffsets[index]));
  }

  /** Looks for a seal, again and again for a while. */
  boolean awaitSeal(int looks) {
    for (int i = 0; i < looks; i++) {
      if (aggregator.trySeal()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /** First counter of a set in a half; set 0 is {@link #a}. */
  long first(long half, int set) {
    return NativeAccess.getLong(half + slotOffsets[set] + FourCountersSet.FIRST);
  }

  /** The sealed half's sum of first counters; leaves the half zeroed and given back. */
  int drain() {
    long half = aggregator.sealedHalf();
    int sum = 0;
    for (int set = 0; set < SETS; set++) {
      long mark = half + TouchedMarks.markOffset(slotOffsets[set]);
      long cell = half + slotOffsets[set] + FourCountersSet.FIRST;
      if (NativeAccess.getByte(mark) != TouchedMarks.UNTOUCHED) {
        sum += (int) NativeAccess.getLong(cell);
        NativeAccess.putLong(cell, 0);
        NativeAccess.putByte(mark, TouchedMarks.UNTOUCHED);
      }
    }
    aggregator.drained();
    return sum;
  }

  /** Sum of first counters in limbo. */
  int limbo() {
    int sum = 0;
    for (int set = 0; set < SETS; set++) {
      sum += (int) first(bank.limbo(), set);
    }
    return sum;
  }

  /** Sum of first counters wherever they are, drained ones not: for when both sides are at rest. */
  int left() {
    int sum = 0;
    for (int set = 0; set < SETS; set++) {
      sum += (int) (first(bank.half(0), set) + first(bank.half(1), set));
    }
    return sum;
  }

  /** Closes the owner if it is not, drains all that is left; for when both sides are at rest. */
  int finish() {
    owner.close();
    int sum = 0;
    for (int round = 0; !aggregator.isFinished(); round++) {
      aggregator.ask();
      if (!aggregator.trySeal() || round > 2) {
        throw new IllegalStateException(
            "closed, yet not to be drained: epoch=" + aggregator.epoch() + " round=" + round);
      }
      sum += drain();
    }
    return sum;
  }

  void giveBack() {
    if (BankDescriptor.firstCellOffset(bank.halfBytes()) + BankPool.CELL_BYTES
        < slotOffsets[SETS - 1] + FourCountersSet.DESCRIPTOR.slotBytes()) {
      throw new IllegalStateException("slots reach beyond what is renewed");
    }
    BankPool.giveBack(bank);
  }
}
