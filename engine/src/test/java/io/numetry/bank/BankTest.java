package io.numetry.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.memory.NativeAccess;
import io.numetry.numa.MemoryLedger;
import io.numetry.numa.NumaSystem;
import io.numetry.record.TouchedMarks;
import java.lang.ref.Reference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@SuppressWarnings("ReachabilityFenceUsage") // a failed test may leak its bank
class BankTest {
  private static final long HALF_BYTES = 1 << 20;

  @Test
  void everyPartHasItsPlaceAndNoneOverlaps() {
    Bank bank = Bank.reserve(NumaSystem.system(), 0, HALF_BYTES);
    long start = bank.requestAddress() - BankDescriptor.REQUEST_OFFSET;
    assertThat(start % BankDescriptor.PAGE_BYTES).isZero();
    assertThat(NativeAccess.getLong(start)).isEqualTo(BankDescriptor.LAYOUT_VERSION);
    assertThat(NativeAccess.getLong(start + BankDescriptor.HALF_BYTES_OFFSET))
        .isEqualTo(HALF_BYTES);
    assertThat(bank.half(0)).isEqualTo(start + BankDescriptor.CONTROL_BYTES);
    assertThat(bank.half(1)).isEqualTo(bank.half(0) + HALF_BYTES);
    assertThat(bank.half(2)).isEqualTo(bank.half(0));
    assertThat(bank.limbo()).isEqualTo(bank.half(1) + HALF_BYTES);
    assertThat(bank.sealAddress() - bank.requestAddress())
        .isGreaterThanOrEqualTo(BankDescriptor.OWNERSHIP_BYTES);
    Reference.reachabilityFence(bank);
  }

  @Test
  void slotsAreWholeCacheLinesAndTheirMarksAreOutsideTheCells() {
    Bank bank = Bank.reserve(NumaSystem.system(), 0, HALF_BYTES);
    var slots = new SlotAllocator(bank);
    long first = slots.allocate(64);
    long second = slots.allocate(192);
    long third = slots.allocate(64);
    assertThat(first).isEqualTo(BankDescriptor.firstSlotOffset(HALF_BYTES));
    assertThat((bank.half(0) + first) % 64).isZero();
    assertThat(second).isEqualTo(first + 64);
    assertThat(third).isEqualTo(second + 192);
    assertThat(TouchedMarks.markOffset(HALF_BYTES)).isLessThanOrEqualTo(first);
    Reference.reachabilityFence(bank);
  }

  @Test
  void aFreedSlotWaitsForTheDrainOfItsLastEpoch() {
    Bank bank = Bank.reserve(NumaSystem.system(), 0, HALF_BYTES);
    var slots = new SlotAllocator(bank);
    long slot = slots.allocate(64);
    slots.free(slot, 64, 3);
    assertThat(slots.allocate(64)).isNotEqualTo(slot);
    NativeAccess.setLongRelease(bank.drainedAddress(), 3);
    assertThat(slots.allocate(64)).isNotEqualTo(slot);
    NativeAccess.setLongRelease(bank.drainedAddress(), 4);
    assertThat(slots.allocate(128)).as("of another size").isNotEqualTo(slot);
    assertThat(slots.allocate(64)).isEqualTo(slot);
    Reference.reachabilityFence(bank);
  }

  @Test
  void aSlotIsZeroInBothHalvesWhenItIsGivenOutAgain() {
    Bank bank = Bank.reserve(NumaSystem.system(), 0, HALF_BYTES);
    var slots = new SlotAllocator(bank);
    long slot = slots.allocate(128);
    for (int half = 0; half < 2; half++) {
      NativeAccess.putLong(bank.half(half) + slot, 7);
      NativeAccess.putLong(bank.half(half) + slot + 120, 7);
      NativeAccess.putLong(bank.half(half) + slot + 128, 7);
    }
    slots.free(slot, 128, 0);
    NativeAccess.setLongRelease(bank.drainedAddress(), 1);
    assertThat(slots.allocate(128)).isEqualTo(slot);
    for (int half = 0; half < 2; half++) {
      assertThat(NativeAccess.getLong(bank.half(half) + slot)).isZero();
      assertThat(NativeAccess.getLong(bank.half(half) + slot + 120)).isZero();
      assertThat(NativeAccess.getLong(bank.half(half) + slot + 128))
          .as("a neighbour's")
          .isEqualTo(7);
    }
    Reference.reachabilityFence(bank);
  }

  @Test
  void aSlotFreedInTheFirstEpochWaitsForItsDrainToo() {
    Bank bank = Bank.reserve(NumaSystem.system(), 0, HALF_BYTES);
    var slots = new SlotAllocator(bank);
    long slot = slots.allocate(64);
    slots.free(slot, 64, 0);
    assertThat(slots.allocate(64)).isNotEqualTo(slot);
    NativeAccess.setLongRelease(bank.drainedAddress(), 1);
    assertThat(slots.allocate(64)).isEqualTo(slot);
    Reference.reachabilityFence(bank);
  }

  @Test
  void pagesComeWithSlotsAndGoWithRetirement() {
    Bank bank = Bank.reserve(NumaSystem.system(), 0, HALF_BYTES);
    var slots = new SlotAllocator(bank);
    long empty = MemoryLedger.balance(Bank.TAG).touchedBytes();
    slots.allocate(64);
    long one = MemoryLedger.balance(Bank.TAG).touchedBytes();
    assertThat(one - empty)
        .as("a page of cells and one of marks, in both halves")
        .isEqualTo(4 * 4096);
    slots.allocate(64);
    assertThat(MemoryLedger.balance(Bank.TAG).touchedBytes()).isEqualTo(one);
    bank.retire();
    assertThat(MemoryLedger.balance(Bank.TAG).touchedBytes()).isEqualTo(empty);
    Reference.reachabilityFence(bank);
  }

  @Test
  void anUnreachableBankIsUnmapped() throws InterruptedException {
    awaitReserved(0);
    Bank bank = Bank.reserve(NumaSystem.system(), 0, HALF_BYTES);
    assertThat(MemoryLedger.balance(Bank.TAG).reservedBytes())
        .isEqualTo(BankDescriptor.bankBytes(HALF_BYTES));
    Reference.reachabilityFence(bank);
    bank = null;
    awaitReserved(0);
  }

  private static void awaitReserved(long bytes) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (MemoryLedger.balance(Bank.TAG).reservedBytes() != bytes) {
      assertThat(System.nanoTime()).as("waiting for the cleaner").isLessThan(deadline);
      System.gc();
      Thread.sleep(10);
    }
  }

  @Test
  void aSizeThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> Bank.reserve(NumaSystem.system(), 0, 1000))
        .hasMessage("bank: halfBytes=1000, write a positive multiple of 32768 up to 34359738368");
  }
}
