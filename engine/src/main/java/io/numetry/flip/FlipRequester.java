package io.numetry.flip;

import io.numetry.bank.Bank;
import io.numetry.memory.NativeAccess;

/**
 * The aggregator's side of the flip; {@link FlipOwner} is the other, and states the contract.
 *
 * <p>A round is {@link #ask}, {@link #trySeal} until it is true, drain {@link #sealedHalf} leaving
 * it zeroed, {@link #drained}. It never asks again before it has drained, so at most one half is
 * sealed and nothing can overflow.
 *
 * <p><b>Progress.</b> No call waits. A round ends when the owner polls, is idle, closes or has
 * died; an owner that does none of these delays its own core's round and nothing else.
 *
 * <p>Threads: the bank's aggregator alone.
 */
public final class FlipRequester {
  private final Bank bank;
  private long epoch;
  private boolean asked;
  private boolean closeAsked;

  public FlipRequester(Bank bank) {
    this.bank = bank;
  }

  /** Asks the owner to seal the epoch it is in. Does nothing if that is asked already. */
  public void ask() {
    if (!asked) {
      asked = true;
      request(FlipWord.FLIP);
    }
  }

  /** Asks the owner to seal everything and record no more, whatever was asked before. */
  public void askToClose() {
    if (!closeAsked) {
      asked = true;
      closeAsked = true;
      request(FlipWord.CLOSE);
    }
  }

  /** True between {@link #ask} and {@link #drained}. */
  public boolean isAsked() {
    return asked;
  }

  /**
   * Looks whether a half is sealed; seals it for an owner that is idle.
   *
   * @return true if {@link #sealedHalf} may be drained now
   */
  public boolean trySeal() {
    long seal = NativeAccess.getLongAcquire(bank.sealAddress());
    if (FlipWord.epoch(seal) > epoch) {
      return true;
    }
    long state = FlipWord.code(seal);
    if (state == FlipWord.CLOSED) {
      return FlipWord.epoch(seal) == epoch;
    }
    return state == FlipWord.IDLE && asked && sealForIdle(seal);
  }

  /** Base of the half that {@link #trySeal} found sealed. */
  public long sealedHalf() {
    return bank.half(epoch);
  }

  /** Gives the sealed half, zeroed by now, back for the epoch after next. */
  public void drained() {
    epoch++;
    NativeAccess.setLongRelease(bank.drainedAddress(), epoch);
    asked = false;
    if (closeAsked) {
      // The owner may have flipped before it saw the wish to close: keep wishing.
      closeAsked = false;
      if (!isFinished()) {
        askToClose();
      }
    }
  }

  /** The epoch to be drained next; all before it are. */
  public long epoch() {
    return epoch;
  }

  /** True if the owner is closed and every epoch of it drained. */
  public boolean isFinished() {
    long seal = NativeAccess.getLongAcquire(bank.sealAddress());
    return FlipWord.code(seal) == FlipWord.CLOSED && FlipWord.epoch(seal) < epoch;
  }

  /** True if the owner is idle at this moment. */
  public boolean isOwnerIdle() {
    return FlipWord.code(NativeAccess.getLongAcquire(bank.sealAddress())) == FlipWord.IDLE;
  }

  /**
   * Closes on behalf of an owner that has died. Its last stores happen before {@link
   * Thread#isAlive()} returns false (JLS 17.4.5), so the caller sees them.
   */
  public void closeForDeadOwner() {
    long seal = NativeAccess.getLongAcquire(bank.sealAddress());
    NativeAccess.setLongRelease(
        bank.sealAddress(), FlipWord.of(FlipWord.epoch(seal), FlipWord.CLOSED));
  }

  /**
   * Base of the half that a living owner may be writing at this moment: what is left to read when a
   * shutdown's deadline has passed. Such a read is no snapshot; the reader must say so.
   */
  public long unsealedHalf() {
    return bank.half(FlipWord.epoch(NativeAccess.getLongAcquire(bank.sealAddress())));
  }

  private boolean sealForIdle(long seal) {
    long sealed =
        closeAsked ? FlipWord.of(epoch, FlipWord.CLOSED) : FlipWord.of(epoch + 1, FlipWord.IDLE);
    return NativeAccess.compareAndSetLong(bank.sealAddress(), seal, sealed);
  }

  private void request(long code) {
    NativeAccess.setLongRelease(bank.requestAddress(), FlipWord.of(epoch + 1, code));
  }
}
