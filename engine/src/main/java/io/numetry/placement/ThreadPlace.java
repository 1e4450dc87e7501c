package io.numetry.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.PlacementException;
import io.numetry.numa.ThreadPin;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread has been put, pinned or not. Closed by the thread itself: it then has its former
 * CPUs, and is no longer in the account.
 */
public final class ThreadPlace implements ThreadPin {

  private static final System.Logger LOG = System.getLogger(Placement.class.getName());

  private final int node;
  private final OptionalInt coreCpu;
  private final @Nullable ThreadPin pin;
  private final Runnable onClose;
  private boolean closed;

  ThreadPlace(int node, OptionalInt coreCpu, @Nullable ThreadPin pin, Runnable onClose) {
    this.node = node;
    this.coreCpu = coreCpu;
    this.pin = pin;
    this.onClose = onClose;
  }

  /** The node that its memory is to be on. */
  public int node() {
    return node;
  }

  /** The CPU that a core has, as the kernel confirmed; empty if it floats, or is no core. */
  public OptionalInt coreCpu() {
    return coreCpu;
  }

  /** The CPUs that the kernel confirmed; none for a thread that is not pinned. */
  @Override
  public CpuSet cpus() {
    return pin == null ? CpuSet.of() : pin.cpus();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.run();
      if (pin != null) {
        unpin(pin);
      }
    }
  }

  /** Former CPUs that are no longer to be had are no reason to break off whatever ends here. */
  private static void unpin(ThreadPin pin) {
    try {
      pin.close();
    } catch (PlacementException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "thread {0} keeps the CPUs that it has: {1}",
          Thread.currentThread().getName(),
          e.getMessage());
    }
  }
}
