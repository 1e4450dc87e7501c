package io.numetry.relay;

import io.numetry.memory.NativeAccess;
import io.numetry.numa.NumaSystem;

/**
 * Lets tests of races at the hand-over of partial sums, which is package-private: frames of one
 * value that is written twice.
 */
public final class RelayDoor {
  private static final int CELL_BYTES = 2 * Long.BYTES;
  private static final int TORN = -1;

  private final PartialSums sums;

  public RelayDoor() {
    NumaSystem numa = NumaSystem.system();
    int node = numa.topology().nodes().getFirst().id();
    this.sums = new PartialSums(bytes -> numa.reserve(node, bytes, PartialSums.TAG), () -> {});
  }

  /**
   * The node's part: hands a value over, if the frame is its own.
   *
   * @return true if it was
   */
  public boolean offer(int value) {
    if (!sums.isEmpty()) {
      return false;
    }
    sums.add(new PartialNews.SeriesEnded(value, value, false));
    long cell = sums.append(value, value, value, CELL_BYTES);
    NativeAccess.putLong(cell, value);
    NativeAccess.putLong(cell + Long.BYTES, value);
    sums.publish();
    return true;
  }

  /**
   * The root's part: takes a frame, if there is one.
   *
   * @return its value; 0 if there is none, -1 if its parts are not of one frame
   */
  public int poll() {
    if (!sums.isFull()) {
      return 0;
    }
    int[] taken = {TORN};
    int news = sums.news().size();
    sums.forEach(
        (set, column, point, cell) -> {
          boolean whole =
              set == column
                  && set == point
                  && NativeAccess.getLong(cell) == set
                  && NativeAccess.getLong(cell + Long.BYTES) == set
                  && news == 1
                  && sums.news().getFirst().equals(new PartialNews.SeriesEnded(set, set, false));
          taken[0] = whole && taken[0] == TORN ? set : TORN;
          return CELL_BYTES;
        });
    sums.taken();
    return taken[0];
  }

  public void close() {
    sums.close();
  }
}
