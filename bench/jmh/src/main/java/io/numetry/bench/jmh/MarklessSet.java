package io.numetry.bench.jmh;

import io.numetry.bank.Bank;
import io.numetry.bank.SlotAllocator;
import io.numetry.bench.support.FourCountersSet;
import io.numetry.memory.NativeAccess;
import io.numetry.record.ActiveHalf;
import java.lang.ref.Reference;

/**
 * The recording call as the engine has it, without the touched mark: to see what the mark costs.
 */
@SuppressWarnings("ReachabilityFenceUsage") // as in the engine
final class MarklessSet {
  private final Half half;
  private final int slotWord;

  MarklessSet(Bank bank) {
    this.half = new Half(bank);
    this.slotWord =
        (int) (new SlotAllocator(bank).allocate(FourCountersSet.DESCRIPTOR.slotBytes()) >>> 3);
  }

  void addFirst(long units) {
    add(FourCountersSet.FIRST, units);
  }

  void addSecond(long units) {
    add(FourCountersSet.SECOND, units);
  }

  void addThird(long units) {
    add(FourCountersSet.THIRD, units);
  }

  void addFourth(long units) {
    add(FourCountersSet.FOURTH, units);
  }

  private void add(int cell, long delta) {
    if (delta < 0) {
      throw new IllegalArgumentException();
    }
    Half active = half;
    long at = active.address((Integer.toUnsignedLong(slotWord) << 3) + cell);
    NativeAccess.putLong(at, NativeAccess.getLong(at) + delta);
    Reference.reachabilityFence(active);
  }

  private static final class Half extends ActiveHalf {
    Half(Bank bank) {
      super(bank, bank.halfBytes(), bank.half(0), bank.invalidInputAddress(), null, "bench");
    }

    long address(long offset) {
      return (base() & NativeAccess.ADDRESS_BITS) + offset;
    }
  }
}
