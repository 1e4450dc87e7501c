package io.numetry.record;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.MmscCell;

/** Takes values into an mmsc's cell; {@link MmscCell} is its layout. Owner of the cell only. */
final class MmscCells {
  private MmscCells() {}

  static void record(long at, long value, long times) {
    long count = NativeAccess.getLong(at + MmscCell.COUNT);
    if (count == 0) {
      NativeAccess.putLong(at + MmscCell.MIN, value);
      NativeAccess.putLong(at + MmscCell.MAX, value);
    } else {
      NativeAccess.putLong(
          at + MmscCell.MIN, Math.min(NativeAccess.getLong(at + MmscCell.MIN), value));
      NativeAccess.putLong(
          at + MmscCell.MAX, Math.max(NativeAccess.getLong(at + MmscCell.MAX), value));
    }
    NativeAccess.putLong(
        at + MmscCell.SUM, NativeAccess.getLong(at + MmscCell.SUM) + value * times);
    NativeAccess.putLong(at + MmscCell.COUNT, count + times);
  }

  static void record(long at, double value, long times) {
    long count = NativeAccess.getLong(at + MmscCell.COUNT);
    if (count == 0) {
      NativeAccess.putDouble(at + MmscCell.MIN, value);
      NativeAccess.putDouble(at + MmscCell.MAX, value);
    } else {
      NativeAccess.putDouble(
          at + MmscCell.MIN, Math.min(NativeAccess.getDouble(at + MmscCell.MIN), value));
      NativeAccess.putDouble(
          at + MmscCell.MAX, Math.max(NativeAccess.getDouble(at + MmscCell.MAX), value));
    }
    NativeAccess.putDouble(
        at + MmscCell.SUM, NativeAccess.getDouble(at + MmscCell.SUM) + value * times);
    NativeAccess.putLong(at + MmscCell.COUNT, count + times);
  }
}
