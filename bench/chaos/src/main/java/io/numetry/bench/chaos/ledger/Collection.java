package io.numetry.bench.chaos.ledger;

import io.numetry.bench.chaos.point.WirePoint;
import java.util.Arrays;
import java.util.List;

/** One collection as it was handed over to an exporter, and what is known of each of its points. */
public final class Collection {
  /** Of a point that has not been received. */
  public static final int NEVER = -1;

  private final long timeUnixNanos;
  private final List<WirePoint> points;
  private final int[] lastReceipt;
  private final boolean[] received;
  private final boolean[] surely;
  private final boolean[] refused;
  private boolean taken;

  Collection(long timeUnixNanos, List<WirePoint> points) {
    this.timeUnixNanos = timeUnixNanos;
    this.points = List.copyOf(points);
    this.lastReceipt = new int[points.size()];
    Arrays.fill(lastReceipt, NEVER);
    this.received = new boolean[points.size()];
    this.surely = new boolean[points.size()];
    this.refused = new boolean[points.size()];
  }

  public long timeUnixNanos() {
    return timeUnixNanos;
  }

  public List<WirePoint> points() {
    return points;
  }

  /** Whether the exporter has taken it, as far as was written down. */
  public boolean isTaken() {
    return taken;
  }

  void taken() {
    taken = true;
  }

  /** A series' place among the points; negative if it is not among them. */
  public int indexOf(int series) {
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).series() == series) {
        return i;
      }
    }
    return -1;
  }

  /** Number of the receipt that had the point last, or {@link #NEVER}. */
  public int lastReceipt(int index) {
    return lastReceipt[index];
  }

  /**
   * A point has arrived.
   *
   * @param known whether its sender knows it
   */
  public void received(int index, int receipt, boolean known) {
    lastReceipt[index] = receipt;
    received[index] = true;
    surely[index] |= known;
  }

  /** It has arrived, and for all that its sender knows it has not. */
  public boolean isReceivedUnknown(int index) {
    return received[index] && !surely[index];
  }

  public void refused(int index, int receipt) {
    lastReceipt[index] = receipt;
    refused[index] = true;
  }

  public boolean isReceived(int index) {
    return received[index];
  }

  /** Never received, and not refused for good either. */
  public boolean isMissing(int index) {
    return !received[index] && !refused[index];
  }

  public boolean isRefused(int index) {
    return refused[index] && !received[index];
  }

  /** Points that are missing. */
  public int missing() {
    int missing = 0;
    for (int i = 0; i < points.size(); i++) {
      missing += isMissing(i) ? 1 : 0;
    }
    return missing;
  }
}
