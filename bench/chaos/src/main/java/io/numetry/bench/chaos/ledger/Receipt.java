package io.numetry.bench.chaos.ledger;

import io.numetry.bench.chaos.point.WirePoint;
import java.util.List;

/**
 * One request that a destination has read to its end, and what became of it and of its answer.
 *
 * <p>Threads: made by the destination's, which goes on changing it until it has answered; read when
 * everything has stopped.
 */
public final class Receipt {
  private final int exporter;
  private final int senderLife;
  private final int pointsLife;
  private final List<WirePoint> points;
  private final String treatment;
  private volatile Fate fate = Fate.TAKEN;
  private volatile boolean answered;
  private volatile boolean unread;
  private volatile long rejected;

  /** What the destination did with it. */
  public enum Fate {
    /** It counts as received. */
    TAKEN,
    /** The destination behind may have taken it, or not: it broke off. */
    UNKNOWN,
    /** It does not count: the client was told never to send it again. */
    REFUSED
  }

  /**
   * @param senderLife the life of the process that sent it
   * @param pointsLife the life that its points are of; an earlier one, if they come out of a spool
   * @param treatment what was planned for it, for people
   */
  public Receipt(
      int exporter, int senderLife, int pointsLife, List<WirePoint> points, String treatment) {
    this.exporter = exporter;
    this.senderLife = senderLife;
    this.pointsLife = pointsLife;
    this.points = List.copyOf(points);
    this.treatment = treatment;
  }

  public int exporter() {
    return exporter;
  }

  public int senderLife() {
    return senderLife;
  }

  public int pointsLife() {
    return pointsLife;
  }

  public List<WirePoint> points() {
    return points;
  }

  public Fate fate() {
    return fate;
  }

  public void fate(Fate known) {
    fate = known;
  }

  /** Whether the answer went out whole, and nothing tells that it was not read. */
  public boolean isAnswered() {
    return answered && !unread;
  }

  /** The answer went out whole. */
  public void answered() {
    answered = true;
  }

  /** Whether it went out or not: the client may not have read it. */
  public void unread() {
    unread = true;
  }

  /** Points that the answer said were rejected. */
  public long rejected() {
    return rejected;
  }

  public void rejected(long told) {
    rejected = told;
  }

  @Override
  public String toString() {
    return "%s of life %d, sent by life %d, %s, %s"
        .formatted(
            treatment, pointsLife, senderLife, fate, isAnswered() ? "answered" : "not answered");
  }

  /** The same for requests with the same points, whatever their order. */
  public long content() {
    long sum = pointsLife;
    for (WirePoint point : points) {
      sum +=
          (point.series() * 0x9E3779B97F4A7C15L ^ point.timeUnixNanos() ^ point.digest())
              * 0xD6E8FEB86659FD93L;
    }
    return sum;
  }
}
