package io.numetry.aggregate;

import io.numetry.bank.BankDescriptor;
import io.numetry.registry.SetRegistration;

/**
 * A slot whose lines can be drained by its set's plans and one series: of a set whose streams all
 * have the same series, and that observes nothing. Most are such, and there is one for each series:
 * hence no more fields than these.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class PlainBinding extends SlotBinding {
  private final int series;

  PlainBinding(SetRegistration registration, NodeSet set, int series) {
    super(registration, set);
    this.series = series;
  }

  /** One for each line of the slot. */
  LinePlan[] plans() {
    return set().plans();
  }

  /** The series of all cells. */
  int onlySeries() {
    return series;
  }

  @Override
  int drainLine(long half, long lineOffset, long marks) {
    int line = (int) (lineOffset - slotOffset()) / BankDescriptor.SLOT_ALIGNMENT_BYTES;
    plans()[line].drain(half + lineOffset, marks, series);
    return Long.bitCount(marks); // a mark is one bit of its byte
  }

  @Override
  int[] series() {
    return new int[] {series};
  }

  @Override
  void take(NodeCell cell, long address) {
    cell.merge(series(), address);
  }
}
