package io.numetry.record;

import io.numetry.memory.CheckedMode;
import io.numetry.memory.NativeAccess;
import org.jspecify.annotations.Nullable;

/**
 * Where a core's stores go at this moment: the base address of the half that is active.
 *
 * <p>All metric sets of a core share one instance, so that a flip is one store whatever their
 * number. The owner alone reads and writes {@link #base}, plainly. It is never zero and never
 * points at unmapped memory: while this object is reachable, so is its bank, and a reachable bank
 * stays mapped.
 *
 * <p>A half begins with its touched marks, one byte for each 8-byte word of the half; cells lie
 * behind them. The mark of the word at offset {@code o} is at {@code base + (o >>> 3)}.
 */
public class ActiveHalf {
  private final Object bank;
  private final long halfBytes;
  private final long invalidInputAddress;
  private final @Nullable Thread owner;
  private final String coreName;
  private long base;

  /**
   * @param bank kept reachable, and thereby mapped, as long as this object is
   * @param halfBytes size of a half, for the checked mode
   * @param base where stores go at first
   * @param invalidInputAddress the owner's count of dropped inputs
   * @param owner the one thread that may record; null where what is recorded is lost anyway
   */
  protected ActiveHalf(
      Object bank,
      long halfBytes,
      long base,
      long invalidInputAddress,
      @Nullable Thread owner,
      String coreName) {
    this.bank = bank;
    this.halfBytes = halfBytes;
    this.base = base;
    this.invalidInputAddress = invalidInputAddress;
    this.owner = owner;
    this.coreName = coreName;
  }

  /** Base of the half that takes the owner's stores; owner only. */
  protected final long base() {
    return base;
  }

  /** Sends the owner's later stores elsewhere; owner only. */
  protected final void switchTo(long newBase) {
    base = newBase;
  }

  /**
   * Address of a slot's cell; in checked mode, after checks. The compiler knows its range, see
   * {@link NativeAccess#ADDRESS_BITS}.
   *
   * @param slotWord the slot's offset in words, an unsigned int
   * @param cell the cell's offset in the slot, in bytes
   */
  final long cell(long slotWord, int cell, int cellBytes) {
    long offset = (slotWord << TouchedMarks.WORD_SHIFT) + cell;
    if (CheckedMode.ENABLED) {
      check(offset, cellBytes);
    }
    return (base & NativeAccess.ADDRESS_BITS) + offset;
  }

  /** Marks a slot's cell as touched. A store and no load, hence no branch. */
  final void touch(long slotWord, int cell) {
    NativeAccess.putByte(
        (base & NativeAccess.ADDRESS_BITS) + slotWord + (cell >>> TouchedMarks.WORD_SHIFT),
        TouchedMarks.TOUCHED);
  }

  /** Counts an input that was dropped because the instrument cannot take it. Cold. */
  final void dropInvalid(String what, Object value) {
    if (CheckedMode.ENABLED) {
      throw new AssertionError("recording on core " + coreName + ": " + what + "=" + value);
    }
    NativeAccess.putLong(invalidInputAddress, NativeAccess.getLong(invalidInputAddress) + 1);
  }

  /** The bank whose memory {@link #base} points into. */
  protected final Object bank() {
    return bank;
  }

  /** The owning thread; null where what is recorded is lost anyway. */
  protected final @Nullable Thread owner() {
    return owner;
  }

  protected final String coreName() {
    return coreName;
  }

  private void check(long offset, int cellBytes) {
    if (owner != null && owner != Thread.currentThread()) {
      throw new IllegalStateException(
          "recording on core "
              + coreName
              + ": thread="
              + Thread.currentThread().getName()
              + " is not its owner "
              + owner.getName()
              + "; open a core for each thread that records");
    }
    long firstCell = halfBytes >>> TouchedMarks.WORD_SHIFT;
    if (offset < firstCell || offset + cellBytes > halfBytes || offset % Long.BYTES != 0) {
      throw new AssertionError(
          "recording on core "
              + coreName
              + ": offset="
              + offset
              + " is outside its half's cells ["
              + firstCell
              + ","
              + halfBytes
              + ")");
    }
  }
}
