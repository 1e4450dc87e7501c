package io.numetry.bench.jcstress;

import io.numetry.bank.Bank;
import io.numetry.bench.support.Banks;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Banks that samples have done with. A sample that never gives its bank back costs one mapping. */
final class BankPool {
  /** How much of a half a sample's slots may take. */
  static final long CELL_BYTES = 1024;

  private static final ConcurrentLinkedQueue<Bank> FREE = new ConcurrentLinkedQueue<>();

  private BankPool() {}

  /** A bank like new. */
  static Bank take() {
    Bank used = FREE.poll();
    if (used == null) {
      return Banks.reserve(Banks.SMALLEST_HALF_BYTES);
    }
    Banks.renew(used, CELL_BYTES);
    return used;
  }

  static void giveBack(Bank bank) {
    FREE.add(bank);
  }
}
