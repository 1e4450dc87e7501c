package io.numetry.bench.chaos.judge;

import io.numetry.bench.chaos.journal.TallyField.OfExporter;
import io.numetry.bench.chaos.ledger.Collection;
import io.numetry.bench.chaos.ledger.Life;
import java.util.List;

/**
 * What is missing is what was counted: dropped by the spool, found broken by it, or left at a close
 * that had nowhere to put it. A kill may take with it what was in memory alone: the last of the
 * collections that were handed over, no more of them than the exporter keeps, and none that a flush
 * has said to be safe.
 */
final class Losses {
  private final int exporter;
  private final List<Life> lives;
  private final int maxCollections;
  private final long pointsOfSegment;
  private final Findings findings;
  private long counted;
  private long slack;
  private long missing;
  private long perhapsKilled;
  private long receivedUnknown;
  private long refused;

  /**
   * @param maxCollections that the exporter keeps in memory
   * @param pointsOfSegment no segment of the spool has more
   */
  Losses(
      int exporter, List<Life> lives, int maxCollections, long pointsOfSegment, Findings findings) {
    this.exporter = exporter;
    this.lives = lives;
    this.maxCollections = maxCollections;
    this.pointsOfSegment = pointsOfSegment;
    this.findings = findings;
  }

  void check() {
    for (Life life : lives) {
      account(life);
    }
    // Drops between the last sample and a kill are in nobody's count.
    findings.require(
        missing <= counted + slack,
        "lost",
        "%s: %d points are missing, %d were counted".formatted(name(), missing, counted));
    findings.require(
        counted <= missing + perhapsKilled + receivedUnknown,
        "counted as lost",
        "%s: %d points were counted, %d are missing, and %d of the last before a kill; %d arrived"
                .formatted(name(), counted, missing, perhapsKilled, receivedUnknown)
            + " without an answer");
  }

  private void account(Life life) {
    boolean killed = life.end().killed();
    counted += life.tally().get(exporter, OfExporter.SPOOL_DROPPED);
    counted += life.tally().get(exporter, OfExporter.SPOOL_CORRUPT);
    counted += life.tally().get(exporter, OfExporter.DROPPED_AT_CLOSE);
    slack += killed && life.end().mayHaveDropped().get(exporter) ? pointsOfSegment : 0;
    List<Collection> all = life.collections(exporter);
    int seen = lastSeen(all);
    int firstOfTail = killed ? firstInMemory(all) : all.size();
    long takenBefore = 0;
    for (int i = 0; i < all.size(); i++) {
      Collection collection = all.get(i);
      refused += refused(collection);
      receivedUnknown += receivedUnknown(collection);
      long absent = collection.missing();
      boolean byKill = killed && i >= Math.max(seen, firstOfTail) && takenBefore >= safe(life);
      if (!collection.isTaken()) {
        findings.require(
            absent == collection.points().size() || (killed && i == all.size() - 1),
            "received though it was not handed over",
            "%s: life %d, a collection of %d".formatted(name(), life.end().life(), i));
      } else if (byKill) {
        perhapsKilled += absent;
      } else {
        missing += absent;
      }
      takenBefore += collection.isTaken() ? 1 : 0;
    }
  }

  private long safe(Life life) {
    return life.safe(exporter);
  }

  /** Of the last collections that were taken, as many as may be in memory. */
  private int firstInMemory(List<Collection> all) {
    int left = maxCollections;
    int first = all.size();
    while (first > 0 && left > 0) {
      first--;
      left -= all.get(first).isTaken() ? 1 : 0;
    }
    return first;
  }

  /** The last collection of which anything has arrived; what is before it has been there before. */
  private static int lastSeen(List<Collection> all) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).missing() < all.get(i).points().size()) {
        return i;
      }
    }
    return 0;
  }

  private static long refused(Collection collection) {
    long points = 0;
    for (int i = 0; i < collection.points().size(); i++) {
      points += collection.isRefused(i) ? 1 : 0;
    }
    return points;
  }

  /** A spool may drop, and count, what has arrived without its knowing. */
  private static long receivedUnknown(Collection collection) {
    long points = 0;
    for (int i = 0; i < collection.points().size(); i++) {
      points += collection.isReceivedUnknown(i) ? 1 : 0;
    }
    return points;
  }

  private String name() {
    return "exporter " + exporter;
  }

  @Override
  public String toString() {
    return "%d refused for good, %d dropped and counted, %d more missing, %d in memory at a kill"
        .formatted(refused, counted, Math.max(0, missing - counted), perhapsKilled);
  }
}
