package io.numetry.aggregate;

import io.numetry.bank.Bank;
import io.numetry.self.CoreMetricsSet;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A core that is closed and drained. Sets that its user still holds may go on recording into limbo,
 * and that is counted until nobody holds one.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class DrainedCore {
  private final WeakReference<Bank> bank;
  private final SlotMap slots;
  private final CoreMetricsSet metrics;

  DrainedCore(CoreDrain core, CoreMetricsSet metrics) {
    this.bank = new WeakReference<>(core.bank());
    this.slots = core.slots();
    this.metrics = metrics;
  }

  /**
   * Counts what was recorded to limbo since the last call.
   *
   * @return false if nobody can record there any longer; the core's own metrics then end
   */
  boolean watch() {
    @Nullable Bank reachable = bank.get();
    if (reachable == null) {
      metrics.close();
      return false;
    }
    int misplaced = slots.countLimbo(reachable.limbo());
    if (misplaced > 0) {
      metrics.addMisplacedCells(misplaced);
    }
    return true;
  }
}
