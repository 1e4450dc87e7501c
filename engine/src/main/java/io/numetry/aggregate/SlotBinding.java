package io.numetry.aggregate;

import io.numetry.memory.NativeAccess;
import io.numetry.record.TouchedMarks;
import io.numetry.registry.SetRegistration;

/**
 * What the aggregator knows of a slot: whose cells they are, and which series they go to.
 *
 * <p>Threads: the node's aggregator alone.
 */
abstract sealed class SlotBinding permits PlainBinding, GeneralBinding {
  private final SetRegistration registration;
  private final NodeSet set;

  SlotBinding(SetRegistration registration, NodeSet set) {
    this.registration = registration;
    this.set = set;
  }

  /**
   * Binds a slot to its set.
   *
   * @param series of the registration in each group of the set's streams
   */
  static SlotBinding of(SetRegistration registration, NodeSet set, int[] series) {
    return series.length == 1 && !set.observesAny()
        ? new PlainBinding(registration, set, series[0])
        : new GeneralBinding(registration, set, series);
  }

  final SetRegistration registration() {
    return registration;
  }

  final NodeSet set() {
    return set;
  }

  final long slotOffset() {
    return registration.slotOffset();
  }

  final int slotBytes() {
    return registration.descriptor().slotBytes();
  }

  /**
   * Takes the touched cells of a line of a sealed half into the node bank and empties them.
   *
   * @param lineOffset of the line in the half
   * @param marks the line's marks, which the caller takes away
   * @return cells merged
   */
  abstract int drainLine(long half, long lineOffset, long marks);

  /** The registration's series in each group; not to be changed. */
  abstract int[] series();

  /** Takes in a touched cell. */
  abstract void take(NodeCell cell, long address);

  /** The registration is about to leave its series. */
  void leave() {}

  /** Takes in the touched cells of a half that is its owner's still, and leaves them alone. */
  final int read(long half) {
    int merged = 0;
    for (NodeCell cell : set.cells()) {
      long offset = slotOffset() + cell.offset();
      if (NativeAccess.getByte(half + TouchedMarks.markOffset(offset)) != TouchedMarks.UNTOUCHED) {
        take(cell, half + offset);
        merged++;
      }
    }
    return merged;
  }

  /** The set was closed: its series end, unless others record to them. */
  final void end() {
    leave();
    set.unregister(series());
  }

  /** The set's core is gone; what it counted stays in sums over several cores. */
  final void retire() {
    leave();
    set.retire(series());
  }
}
