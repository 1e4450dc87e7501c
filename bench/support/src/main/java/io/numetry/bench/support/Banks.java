package io.numetry.bench.support;

import io.numetry.bank.Bank;
import io.numetry.bank.BankDescriptor;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.NumaSystem;
import io.numetry.record.TouchedMarks;

/** Makes banks, and makes used ones as new, which the engine itself never does. */
public final class Banks {
  /** The smallest bank that there is. */
  public static final long SMALLEST_HALF_BYTES = BankDescriptor.HALF_GRANULE_BYTES;

  private Banks() {}

  public static Bank reserve(long halfBytes) {
    NumaSystem numa = NumaSystem.system();
    return Bank.reserve(numa, numa.topology().nodes().getFirst().id(), halfBytes);
  }

  /**
   * Makes a bank as new, as far as it was used; for a bank that nobody else uses any longer.
   *
   * @param cellBytes how much of each half its slots took at most
   */
  public static void renew(Bank bank, long cellBytes) {
    NativeAccess.putLong(bank.requestAddress(), 0);
    NativeAccess.putLong(bank.drainedAddress(), 0);
    NativeAccess.putLong(bank.sealAddress(), 0);
    NativeAccess.putLong(bank.invalidInputAddress(), 0);
    renewHalf(bank, bank.half(0), cellBytes);
    renewHalf(bank, bank.half(1), cellBytes);
    renewHalf(bank, bank.limbo(), cellBytes);
  }

  private static void renewHalf(Bank bank, long base, long cellBytes) {
    long firstCell = BankDescriptor.firstCellOffset(bank.halfBytes());
    NativeAccess.zero(base + firstCell, Math.toIntExact(cellBytes));
    NativeAccess.zero(
        base + TouchedMarks.markOffset(firstCell),
        Math.toIntExact(TouchedMarks.markOffset(cellBytes)));
  }
}
