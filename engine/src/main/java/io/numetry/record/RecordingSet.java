package io.numetry.record;

import io.numetry.histogram.ExplicitCells;
import io.numetry.histogram.ExponentialRecording;
import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.MmscCell;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What every generated metric set extends: the recording calls, over a slot of the owning core.
 *
 * <p>Threads: the core's owner alone. In checked mode another thread's call throws; otherwise it
 * loses or doubles values of this core, and nothing else. Cost: load the base, load-add-store the
 * cell, store the mark; no allocation, lock, atomic, system call or exception. All accesses are
 * plain: the flip's release store, paired with the aggregator's acquire, orders them
 * (docs/memory-ordering.md).
 *
 * <p>{@code cell} is the instrument's offset in the slot, a constant of the generated code. Input
 * that an instrument cannot take (a negative addend of a counter, NaN, an infinity) is dropped and
 * counted; in checked mode it is an {@link AssertionError}. Sums of longs wrap on overflow.
 *
 * <p>After {@link #close()}, or after the core was closed, recording calls still are safe: their
 * values go to the bank's limbo, are never sent, and the cells so touched are counted.
 */
@SuppressWarnings("ReachabilityFenceUsage") // after an exception nothing here touches memory
public abstract class RecordingSet implements AutoCloseable {
  private static final int WORD = Long.BYTES;

  private final SlotHandle handle;

  /**
   * The slot's offset in words, unsigned: an int, because the compiler knows its range, as it does
   * not know a long's; in words, because that is the marks' offset too.
   */
  private final int slotWord;

  private ActiveHalf half;

  protected RecordingSet(SlotHandle handle) {
    this.handle = handle;
    this.slotWord = (int) (handle.slotOffset() >>> TouchedMarks.WORD_SHIFT);
    this.half = handle.activeHalf();
  }

  /** Counter: adds {@code delta}, which must not be negative. */
  protected final void addMonotonic(int cell, long delta) {
    if (delta < 0) {
      half.dropInvalid("negative addend of a counter", delta);
      return;
    }
    add(cell, delta);
  }

  /** Counter: adds {@code delta}, which must be finite and not negative. */
  protected final void addMonotonic(int cell, double delta) {
    if (!(delta >= 0 && delta <= Double.MAX_VALUE)) {
      half.dropInvalid("negative or non-finite addend of a counter", delta);
      return;
    }
    addFinite(cell, delta);
  }

  /** Up-down counter: adds {@code delta} of any sign. */
  protected final void add(int cell, long delta) {
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, WORD);
    NativeAccess.putLong(at, NativeAccess.getLong(at) + delta);
    active.touch(slot(), cell);
    Reference.reachabilityFence(active);
  }

  /** Up-down counter: adds {@code delta} of any sign, which must be finite. */
  protected final void add(int cell, double delta) {
    if (!Double.isFinite(delta)) {
      half.dropInvalid("non-finite addend", delta);
      return;
    }
    addFinite(cell, delta);
  }

  /** Gauge: {@code value} replaces what was there. */
  protected final void set(int cell, long value) {
    ActiveHalf active = half;
    NativeAccess.putLong(active.cell(slot(), cell, WORD), value);
    active.touch(slot(), cell);
    Reference.reachabilityFence(active);
  }

  /** Gauge: {@code value}, which must be finite, replaces what was there. */
  protected final void set(int cell, double value) {
    if (!Double.isFinite(value)) {
      half.dropInvalid("non-finite value of a gauge", value);
      return;
    }
    ActiveHalf active = half;
    NativeAccess.putDouble(active.cell(slot(), cell, WORD), value);
    active.touch(slot(), cell);
    Reference.reachabilityFence(active);
  }

  /** Observed counter: {@code total}, which must not be negative, replaces what was there. */
  protected final void observeMonotonic(int cell, long total) {
    if (total < 0) {
      half.dropInvalid("negative total of an observed counter", total);
      return;
    }
    set(cell, total);
  }

  /**
   * Observed counter: {@code total}, which must be finite and not negative, replaces the former.
   */
  protected final void observeMonotonic(int cell, double total) {
    if (!(total >= 0 && total <= Double.MAX_VALUE)) {
      half.dropInvalid("negative or non-finite total of an observed counter", total);
      return;
    }
    set(cell, total);
  }

  /** Mmsc: takes {@code value} into minimum, maximum, sum and count. */
  protected final void record(int cell, long value) {
    record(cell, value, 1);
  }

  /**
   * Mmsc: takes {@code count} values, all of them {@code value}, in; {@code count} is no less than
   * 0.
   */
  protected final void record(int cell, long value, long count) {
    if (count <= 0) {
      dropUnlessZero(count);
      return;
    }
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, MmscCell.BYTES);
    MmscCells.record(at, value, count);
    active.touch(slot(), cell);
    Reference.reachabilityFence(active);
  }

  /** Mmsc: takes {@code value}, which must be finite, into minimum, maximum, sum and count. */
  protected final void record(int cell, double value) {
    record(cell, value, 1);
  }

  /** Mmsc: takes {@code count} finite values, all of them {@code value}, in. */
  protected final void record(int cell, double value, long count) {
    if (!Double.isFinite(value)) {
      half.dropInvalid("non-finite value", value);
      return;
    }
    if (count <= 0) {
      dropUnlessZero(count);
      return;
    }
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, MmscCell.BYTES);
    MmscCells.record(at, value, count);
    active.touch(slot(), cell);
    Reference.reachabilityFence(active);
  }

  /** Exponential histogram: takes {@code value} in. */
  protected final void recordExponential(int cell, ExponentialLayout layout, long value) {
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, layout.cellBytes());
    if (ExponentialRecording.recordBetween(at, layout, value)) {
      Reference.reachabilityFence(active); // and the cell is marked already
    } else {
      recordExponential(cell, layout, value, 1);
    }
  }

  /** Exponential histogram: takes {@code count} values, all of them {@code value}, in. */
  protected final void recordExponential(
      int cell, ExponentialLayout layout, long value, long count) {
    if (count <= 0) {
      dropUnlessZero(count);
      return;
    }
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, layout.cellBytes());
    settle(active, cell, ExponentialRecording.record(at, layout, value, count), value);
  }

  /** Exponential histogram: takes {@code value}, which must be finite, in. */
  protected final void recordExponential(int cell, ExponentialLayout layout, double value) {
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, layout.cellBytes());
    if (ExponentialRecording.recordBetween(at, layout, value)) {
      Reference.reachabilityFence(active); // and the cell is marked already
    } else {
      recordExponential(cell, layout, value, 1);
    }
  }

  /** Exponential histogram: takes {@code count} finite values, all of them {@code value}, in. */
  protected final void recordExponential(
      int cell, ExponentialLayout layout, double value, long count) {
    if (count <= 0) {
      dropUnlessZero(count);
      return;
    }
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, layout.cellBytes());
    settle(active, cell, ExponentialRecording.record(at, layout, value, count), value);
  }

  /** Histogram with own bounds: takes {@code value} in. */
  protected final void recordExplicit(int cell, ExplicitLayout layout, long value) {
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, layout.cellBytes());
    settle(active, cell, ExplicitCells.record(at, layout, value), value);
  }

  /** Histogram with own bounds: takes {@code count} values, all of them {@code value}, in. */
  protected final void recordExplicit(int cell, ExplicitLayout layout, long value, long count) {
    if (count <= 0) {
      dropUnlessZero(count);
      return;
    }
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, layout.cellBytes());
    settle(active, cell, ExplicitCells.record(at, layout, value, count), value);
  }

  /** Histogram with own bounds: takes {@code value}, which must be finite, in. */
  protected final void recordExplicit(int cell, ExplicitLayout layout, double value) {
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, layout.cellBytes());
    settle(active, cell, ExplicitCells.record(at, layout, value), value);
  }

  /**
   * Histogram with own bounds: takes {@code count} finite values, all of them {@code value}, in.
   */
  protected final void recordExplicit(int cell, ExplicitLayout layout, double value, long count) {
    if (count <= 0) {
      dropUnlessZero(count);
      return;
    }
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, layout.cellBytes());
    settle(active, cell, ExplicitCells.record(at, layout, value, count), value);
  }

  /**
   * True if a measurement's attribute is given. Null is not: the measurement is to be dropped, and
   * has been counted as such.
   *
   * @param key the attribute's
   */
  protected final boolean isGiven(String key, @Nullable Enum<?> value) {
    if (value == null) {
      half.dropInvalid("attribute " + key, "null");
      return false;
    }
    return true;
  }

  /**
   * Ends this registration: what was recorded so far is still sent, then its series ends unless
   * another set records to it. Owner only. Later calls do nothing.
   *
   * @throws IllegalStateException if called from another thread than the owner
   */
  @Override
  public final void close() {
    handle.close();
    half = handle.limbo();
  }

  private void addFinite(int cell, double delta) {
    ActiveHalf active = half;
    long at = active.cell(slot(), cell, WORD);
    NativeAccess.putDouble(at, NativeAccess.getDouble(at) + delta);
    active.touch(slot(), cell);
    Reference.reachabilityFence(active);
  }

  /** Marks what was recorded, counts what was not. */
  private void settle(ActiveHalf active, int cell, boolean recorded, long value) {
    if (recorded) {
      active.touch(slot(), cell);
      Reference.reachabilityFence(active);
    } else {
      active.dropInvalid("value that a histogram does not take", value);
    }
  }

  private void settle(ActiveHalf active, int cell, boolean recorded, double value) {
    if (recorded) {
      active.touch(slot(), cell);
      Reference.reachabilityFence(active);
    } else {
      active.dropInvalid("value that a histogram does not take", value);
    }
  }

  private long slot() {
    return Integer.toUnsignedLong(slotWord);
  }

  private void dropUnlessZero(long count) {
    if (count < 0) {
      half.dropInvalid("negative count of values", count);
    }
  }
}
