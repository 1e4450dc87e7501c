package io.numetry.flip;

import io.numetry.bank.Bank;
import io.numetry.memory.NativeAccess;
import io.numetry.record.ActiveHalf;
import java.lang.invoke.VarHandle;

/**
 * The owner's side of the flip; {@link FlipRequester} is the other.
 *
 * <p><b>Assumptions.</b> One thread, the owner, calls this object and makes every store to the
 * active half. One aggregator uses the bank's {@link FlipRequester}. The bank stays mapped.
 *
 * <p><b>Guarantees.</b> What the owner stored before a flip is in the sealed half, whole, and
 * nothing it stores later is: a sealed half is a snapshot of all cells of the core at one point of
 * the owner's program. Each half is the owner's or the aggregator's, never both's. A half comes
 * back to the owner zeroed.
 *
 * <p><b>Progress.</b> {@link #poll}, {@link #idle} and {@link #close} are wait-free and constant in
 * time, whatever the number of sets. {@link #resume} is one compare-and-set, and one more for each
 * flip that the aggregator makes meanwhile: in practice one, since it drains between flips. The
 * owner never waits for the aggregator.
 *
 * <p>The ordered accesses and their pairs are in docs/memory-ordering.md.
 */
public final class FlipOwner extends ActiveHalf {
  /** Equals no request, so that a poll while not running takes the slow way. */
  private static final long NOT_RUNNING = -1;

  private final Bank bank;
  private final long requestAddress;
  private final long sealAddress;
  private long quietRequest;
  private long epoch;
  private boolean closed;

  public FlipOwner(Bank bank, Thread owner, String coreName) {
    super(bank, bank.halfBytes(), bank.half(0), bank.invalidInputAddress(), owner, coreName);
    this.bank = bank;
    this.requestAddress = bank.requestAddress();
    this.sealAddress = bank.sealAddress();
    this.quietRequest = FlipWord.of(0, FlipWord.FLIP);
  }

  /**
   * Answers the aggregator if it has asked for something: the owner's safe point. One load and one
   * compare when nothing is asked. An idle owner is running again afterwards.
   *
   * @return true if something was asked
   */
  public boolean poll() {
    // Opaque suffices here: whoever goes on reading does so behind the fence in answer().
    if (NativeAccess.getLongOpaque(requestAddress) == quietRequest) {
      return false;
    }
    return answer();
  }

  /** The epoch that the owner's stores belong to. */
  public long epoch() {
    return epoch;
  }

  /** True once the core is closed, by its owner or by the aggregator's wish. */
  public boolean isClosed() {
    return closed;
  }

  /**
   * Gives the aggregator leave to flip for this owner, until {@link #resume} or the next poll. What
   * is recorded meanwhile goes to limbo: it is counted, not sent.
   */
  public void idle() {
    if (quietRequest == NOT_RUNNING) {
      return;
    }
    quietRequest = NOT_RUNNING;
    switchTo(bank.limbo());
    NativeAccess.setLongRelease(sealAddress, FlipWord.of(epoch, FlipWord.IDLE));
  }

  /** Takes back the leave given by {@link #idle}. Does nothing if the owner is not idle. */
  public void resume() {
    if (quietRequest != NOT_RUNNING || closed) {
      return;
    }
    while (true) {
      long seal = NativeAccess.getLongAcquire(sealAddress);
      if (FlipWord.code(seal) == FlipWord.CLOSED) {
        closed = true;
        return;
      }
      long running = FlipWord.of(FlipWord.epoch(seal), FlipWord.RUNNING);
      if (NativeAccess.compareAndSetLong(sealAddress, seal, running)) {
        run(FlipWord.epoch(seal));
        return;
      }
      Thread.onSpinWait();
    }
  }

  /** Seals everything for good. Later stores go to limbo. Later calls do nothing. */
  public void close() {
    resume();
    if (closed) {
      return;
    }
    closed = true;
    quietRequest = NOT_RUNNING;
    switchTo(bank.limbo());
    NativeAccess.setLongRelease(sealAddress, FlipWord.of(epoch, FlipWord.CLOSED));
  }

  private boolean answer() {
    if (closed) {
      return false;
    }
    resume();
    long request = NativeAccess.getLongOpaque(requestAddress);
    // With the load before it, an acquire: the half that the owner goes on with was zeroed before
    // the request was made, and must be seen zeroed.
    VarHandle.acquireFence();
    if (request == quietRequest || closed) {
      return closed;
    }
    if (FlipWord.code(request) == FlipWord.CLOSE) {
      close();
    } else {
      flip();
    }
    return true;
  }

  private void flip() {
    long next = epoch + 1;
    run(next);
    NativeAccess.setLongRelease(sealAddress, FlipWord.of(next, FlipWord.RUNNING));
  }

  private void run(long newEpoch) {
    epoch = newEpoch;
    quietRequest = FlipWord.of(newEpoch, FlipWord.FLIP);
    switchTo(bank.half(newEpoch));
  }
}
