package io.numetry.bank;

import io.numetry.memory.NativeAccess;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives out a bank's slots, at the same offset in both halves.
 *
 * <p>A slot that is given back may hold values of the current epoch. It is given out again only
 * after the aggregator has drained that epoch: then no reader knows the slot by its former set, and
 * nobody but the owner touches its cells, which are made zero in both halves.
 *
 * <p>Threads: the owner alone.
 */
public final class SlotAllocator {
  /** Drained before the first one. */
  private static final long NO_EPOCH = -1;

  private final Bank bank;
  private final Map<Integer, Deque<FreeSlot>> freeBySize = new HashMap<>();
  private long nextOffset;

  private record FreeSlot(long offset, long lastEpoch) {}

  public SlotAllocator(Bank bank) {
    this.bank = bank;
    this.nextOffset = BankDescriptor.firstSlotOffset(bank.halfBytes());
  }

  /**
   * Finds room for a slot, with all its pages present and its cells zero.
   *
   * @param slotBytes a multiple of {@link BankDescriptor#SLOT_ALIGNMENT_BYTES}
   * @return bytes from a half's base to the slot's first cell
   * @throws IllegalStateException if the bank is full
   */
  public long allocate(int slotBytes) {
    Deque<FreeSlot> free = freeBySize.get(slotBytes);
    if (free != null
        && !free.isEmpty()
        && free.getFirst().lastEpoch() < NativeAccess.getLongAcquire(bank.drainedAddress())) {
      FreeSlot slot = free.removeFirst();
      // Drained, a cell counts nothing, but it may tell its scale, which means nothing to others.
      bank.clear(slot.offset(), slotBytes);
      return slot.offset();
    }
    long offset = nextOffset;
    if (offset + slotBytes > bank.halfBytes()) {
      throw new IllegalStateException(
          "bank: is full, halfBytes="
              + bank.halfBytes()
              + ", slotBytes="
              + slotBytes
              + "; close sets that are no longer used, or raise bankHalfBytes");
    }
    bank.makePresent(offset, slotBytes);
    nextOffset = offset + slotBytes;
    return offset;
  }

  /** Takes back a slot of a bank that nobody drains: it can be given out at once. */
  public void freeUnread(long offset, int slotBytes) {
    free(offset, slotBytes, NO_EPOCH);
  }

  /**
   * Takes a slot back.
   *
   * @param lastEpoch the epoch in which its set was closed
   */
  public void free(long offset, int slotBytes, long lastEpoch) {
    freeBySize
        .computeIfAbsent(slotBytes, size -> new ArrayDeque<>())
        .addLast(new FreeSlot(offset, lastEpoch));
  }
}
