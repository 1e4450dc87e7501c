package io.numetry.bench.chaos.judge;

import io.numetry.bench.chaos.journal.TallyField.OfExporter;
import io.numetry.bench.chaos.ledger.Life;
import io.numetry.bench.chaos.ledger.Receipt;
import io.numetry.bench.chaos.ledger.Receipt.Fate;
import java.util.List;

/**
 * What an exporter counts of itself is what its destination knows. Where an answer may not have
 * been read it may have been counted or not; and of a life that was killed only the last sample is
 * left, which is never too high.
 */
final class Counters {
  private final int exporter;
  private final Findings findings;

  Counters(int exporter, Findings findings) {
    this.exporter = exporter;
    this.findings = findings;
  }

  /**
   * @param receipts of all lives and that exporter
   */
  void check(Life life, List<Receipt> receipts) {
    var accepted = new Range();
    var rejected = new Range();
    var refused = new Range();
    List<Receipt> own =
        receipts.stream().filter(receipt -> receipt.senderLife() == life.end().life()).toList();
    for (Receipt receipt : own) {
      // The last one may have been under way when the exporter was closed.
      boolean surely = receipt.isAnswered() && receipt != own.getLast();
      if (receipt.fate() == Fate.REFUSED) {
        refused.add(receipt.points().size(), surely);
      } else {
        accepted.add(receipt.points().size() - receipt.rejected(), surely);
        rejected.add(receipt.rejected(), surely);
      }
    }
    check(life, "accepted", accepted, count(life, OfExporter.ACCEPTED));
    check(life, "rejected", rejected, count(life, OfExporter.REJECTED));
    check(
        life,
        "refused",
        refused,
        count(life, OfExporter.DROPPED) - count(life, OfExporter.DROPPED_AT_CLOSE));
    checkSpool(life);
  }

  private long count(Life life, OfExporter field) {
    return life.tally().get(exporter, field);
  }

  private void check(Life life, String what, Range known, long counted) {
    boolean enough = life.end().killed() || counted >= known.least;
    findings.require(
        enough && counted <= known.most,
        "counter",
        "exporter %d, life %d, %s: counted %d points, the destination knows of %d to %d"
            .formatted(exporter, life.end().life(), what, counted, known.least, known.most));
  }

  /** What a kill may tear is the record that is being written. */
  private void checkSpool(Life life) {
    findings.require(
        count(life, OfExporter.SPOOL_MISSING_RECORDS) == 0
            && count(life, OfExporter.SPOOL_QUARANTINED) == 0
            && count(life, OfExporter.SPOOL_CORRUPT_RECORDS) <= 1,
        "spool",
        "exporter %d, life %d: %d records missing, %d broken, %d segments put aside"
            .formatted(
                exporter,
                life.end().life(),
                count(life, OfExporter.SPOOL_MISSING_RECORDS),
                count(life, OfExporter.SPOOL_CORRUPT_RECORDS),
                count(life, OfExporter.SPOOL_QUARANTINED)));
  }

  private static final class Range {
    private long least;
    private long most;

    void add(long points, boolean surely) {
      most += points;
      least += surely ? points : 0;
    }
  }
}
