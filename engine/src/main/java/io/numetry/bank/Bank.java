package io.numetry.bank;

import io.numetry.memory.NativeAccess;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaSystem;
import io.numetry.record.TouchedMarks;
import java.lang.ref.Cleaner;
import java.util.function.LongFunction;

/**
 * A core's native memory on its node, laid out as {@link BankDescriptor} says.
 *
 * <p>Address space is reserved once, so bases never move; pages come with slots, so recording never
 * faults. The mapping lives as long as this object is reachable, and every holder of one of its
 * addresses holds this object: an address of a bank is never dangling. {@link #retire} gives the
 * pages back before that.
 */
public final class Bank {
  public static final MemoryTag TAG = new MemoryTag("bank");

  private static final Cleaner CLEANER = Cleaner.create();

  private final NodeMemory memory;
  private final long address;
  private final long halfBytes;
  private long presentMarksEnd;
  private long presentCellsEnd;

  private Bank(NodeMemory memory, long halfBytes) {
    this.memory = memory;
    this.address = memory.address();
    this.halfBytes = halfBytes;
    this.presentCellsEnd = BankDescriptor.firstCellOffset(halfBytes);
    this.presentMarksEnd = pageStart(TouchedMarks.markOffset(presentCellsEnd));
  }

  /**
   * Reserves a bank on {@code node}.
   *
   * @param halfBytes capacity of a half, marks included; a multiple of {@link
   *     BankDescriptor#HALF_GRANULE_BYTES}
   */
  public static Bank reserve(NumaSystem numa, int node, long halfBytes) {
    return reserve(bytes -> numa.reserve(node, bytes, TAG), halfBytes);
  }

  /**
   * Reserves a bank in memory of the caller's choice.
   *
   * @param source reserves so many bytes, zeroed, under {@link #TAG}
   * @param halfBytes as above
   */
  public static Bank reserve(LongFunction<NodeMemory> source, long halfBytes) {
    if (!BankDescriptor.isHalfBytes(halfBytes)) {
      throw new IllegalArgumentException(
          "bank: halfBytes="
              + halfBytes
              + ", write a positive multiple of "
              + BankDescriptor.HALF_GRANULE_BYTES
              + " up to "
              + BankDescriptor.MAX_HALF_BYTES);
    }
    NodeMemory memory = source.apply(BankDescriptor.bankBytes(halfBytes));
    try {
      memory.touch(0, BankDescriptor.CONTROL_BYTES);
    } catch (RuntimeException refused) {
      memory.close();
      throw refused;
    }
    var bank = new Bank(memory, halfBytes);
    CLEANER.register(bank, memory::close);
    NativeAccess.putLong(bank.address + BankDescriptor.HALF_BYTES_OFFSET, halfBytes);
    NativeAccess.setLongRelease(
        bank.address + BankDescriptor.LAYOUT_VERSION_OFFSET, BankDescriptor.LAYOUT_VERSION);
    return bank;
  }

  public int node() {
    return memory.node();
  }

  public long halfBytes() {
    return halfBytes;
  }

  public long requestAddress() {
    return address + BankDescriptor.REQUEST_OFFSET;
  }

  public long drainedAddress() {
    return address + BankDescriptor.DRAINED_OFFSET;
  }

  public long sealAddress() {
    return address + BankDescriptor.SEAL_OFFSET;
  }

  public long invalidInputAddress() {
    return address + BankDescriptor.INVALID_INPUT_OFFSET;
  }

  /** Base of the half that an epoch's values go to. */
  public long half(long epoch) {
    return address + BankDescriptor.halfOffset((int) (epoch & 1), halfBytes);
  }

  /** Base of limbo. */
  public long limbo() {
    return address + BankDescriptor.halfOffset(2, halfBytes);
  }

  /**
   * Makes the pages of a slot, and of its marks, present in both halves; owner only. Slots come in
   * ascending order, so each page is asked for once.
   */
  void makePresent(long slotOffset, long slotBytes) {
    long cellsEnd = pageStart(slotOffset + slotBytes + BankDescriptor.PAGE_BYTES - 1);
    if (cellsEnd <= presentCellsEnd) {
      return;
    }
    long marksEnd = pageStart(TouchedMarks.markOffset(cellsEnd) + BankDescriptor.PAGE_BYTES - 1);
    for (int half = 0; half < 2; half++) {
      long base = BankDescriptor.halfOffset(half, halfBytes);
      memory.touch(base + presentCellsEnd, cellsEnd - presentCellsEnd);
      if (marksEnd > presentMarksEnd) {
        memory.touch(base + presentMarksEnd, marksEnd - presentMarksEnd);
      }
    }
    presentCellsEnd = cellsEnd;
    presentMarksEnd = Math.max(presentMarksEnd, marksEnd);
  }

  /** Makes a slot's cells zero in both halves; owner only, and only if nobody drains the slot. */
  void clear(long slotOffset, long slotBytes) {
    for (int half = 0; half < 2; half++) {
      long cells = BankDescriptor.halfOffset(half, halfBytes) + slotOffset;
      memory.segment().asSlice(cells, slotBytes).fill((byte) 0);
    }
  }

  /**
   * Gives back the pages of both halves and of limbo; the control lines stay. For a bank whose
   * owner is closed and whose last half is drained. A stray store of a closed set then faults in a
   * fresh page of limbo: slow, seen by nobody, harmless.
   */
  public void retire() {
    long page = memory.pageBytes(); // larger than the control lines where pages are huge
    long start = (BankDescriptor.CONTROL_BYTES + page - 1) / page * page;
    long end = BankDescriptor.bankBytes(halfBytes) / page * page;
    memory.release(Math.min(start, end), Math.max(0, end - start));
  }

  private static long pageStart(long offset) {
    return offset & -BankDescriptor.PAGE_BYTES;
  }
}
