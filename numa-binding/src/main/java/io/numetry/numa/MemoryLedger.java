package io.numetry.numa;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The process's native memory by tag: what has been reserved through this module, and what of it
 * has been touched. A leak is a balance that does not come back to nothing.
 *
 * <p>Any thread may read; each balance is whole in itself. Changes come from reserving, touching,
 * releasing and closing, so never from a recording thread.
 */
public final class MemoryLedger {

  /**
   * What one tag stands at.
   *
   * @param reservedBytes address space of the live ranges
   * @param touchedBytes pages made present by {@link NodeMemory#touch} and not given back since
   * @param ranges the number of live ranges
   */
  public record Balance(long reservedBytes, long touchedBytes, int ranges) {

    public static final Balance NOTHING = new Balance(0, 0, 0);

    private Balance plus(Balance change) {
      return new Balance(
          reservedBytes + change.reservedBytes,
          touchedBytes + change.touchedBytes,
          ranges + change.ranges);
    }
  }

  private static final ConcurrentHashMap<MemoryTag, Balance> BALANCES = new ConcurrentHashMap<>();

  private MemoryLedger() {}

  /** What a tag stands at; {@link Balance#NOTHING} for one never used. */
  public static Balance balance(MemoryTag tag) {
    return BALANCES.getOrDefault(tag, Balance.NOTHING);
  }

  /** All tags that have a live range; empty if nothing is reserved. */
  public static Map<MemoryTag, Balance> snapshot() {
    return Map.copyOf(BALANCES);
  }

  /** Books a change, which may be negative; a tag back at nothing leaves the ledger. */
  static void book(MemoryTag tag, Balance change) {
    BALANCES.compute(
        tag,
        (key, former) -> {
          Balance balance = (former == null ? Balance.NOTHING : former).plus(change);
          return balance.equals(Balance.NOTHING) ? null : balance;
        });
  }
}
