package io.numetry.flip;

import io.numetry.bank.Bank;
import io.numetry.record.ActiveHalf;

/** Where a closed set's stores go: limbo, whatever its core does. */
public final class LimboHalf extends ActiveHalf {
  public LimboHalf(Bank bank, String coreName) {
    super(bank, bank.halfBytes(), bank.limbo(), bank.invalidInputAddress(), null, coreName);
  }
}
