package io.numetry.examples.soak;

import io.numetry.examples.reconcile.Reconciliation;
import io.numetry.numa.MemoryLedger;
import io.numetry.numa.MemoryTag;
import java.util.Map;

/**
 * What a soak came to.
 *
 * @param sessions metric sets opened and closed
 * @param before native memory by tag before it began
 * @param after the same after telemetry was closed
 */
record SoakResult(
    Reconciliation totals,
    long requests,
    long sessions,
    Map<MemoryTag, MemoryLedger.Balance> before,
    Map<MemoryTag, MemoryLedger.Balance> after,
    ResidentSize resident) {

  private static final double MAX_GROWTH = 0.05;
  private static final int MIN_SAMPLES = 9;

  boolean isBalanced() {
    return after.equals(before);
  }

  boolean isFlat() {
    return resident.count() >= MIN_SAMPLES && resident.growth() < MAX_GROWTH;
  }

  boolean isGood() {
    return totals.isExact() && isBalanced() && isFlat();
  }

  /** All of it in a line. */
  String verdict() {
    return (isGood() ? "good: " : "BAD: ")
        + totals.summary()
        + "; "
        + requests
        + " requests, "
        + sessions
        + " sessions; native memory "
        + (isBalanced() ? "balanced" : "NOT balanced, before=" + before + " after=" + after)
        + "; "
        + residentText();
  }

  private String residentText() {
    if (resident.count() < MIN_SAMPLES) {
      return "resident size sampled only " + resident.count() + " times";
    }
    return "resident %s: %,d KiB early, %,d KiB late, %+.1f %%"
        .formatted(
            isFlat() ? "flat" : "GROWS",
            resident.early(),
            resident.late(),
            100 * resident.growth());
  }
}
