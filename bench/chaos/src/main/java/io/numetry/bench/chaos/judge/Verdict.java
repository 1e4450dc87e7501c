package io.numetry.bench.chaos.judge;

import io.numetry.bench.chaos.ledger.Collection;
import io.numetry.bench.chaos.ledger.Life;
import io.numetry.bench.chaos.ledger.Receipt;
import io.numetry.bench.chaos.point.SeriesNumbers;
import io.numetry.bench.chaos.point.Turns;
import java.util.ArrayList;
import java.util.List;

/** Holds what was received against what was handed over, and that against what was recorded. */
public final class Verdict {
  private final List<Life> lives;
  private final List<Receipt> receipts;
  private final SeriesNumbers numbers;
  private final Rules rules;
  private final Findings findings;
  private final List<String> account = new ArrayList<>();

  /**
   * What the process was told.
   *
   * @param deltas for each exporter, whether it sends deltas
   * @param cores of a life
   * @param maxCollections that an exporter keeps in memory
   * @param pointsOfSegment no segment of a spool has more
   */
  public record Rules(List<Boolean> deltas, int cores, int maxCollections, long pointsOfSegment) {
    public Rules {
      deltas = List.copyOf(deltas);
    }
  }

  /**
   * @param lives in their order, from 0 on
   * @param receipts of all exporters, in their order
   * @param findings takes what differs
   */
  public Verdict(
      List<Life> lives,
      List<Receipt> receipts,
      SeriesNumbers numbers,
      Rules rules,
      Findings findings) {
    this.lives = lives;
    this.receipts = receipts;
    this.numbers = numbers;
    this.rules = rules;
    this.findings = findings;
  }

  /** Looks at everything; afterwards {@link #account} tells the figures. */
  public void find() {
    for (int exporter = 0; exporter < rules.deltas().size(); exporter++) {
      find(exporter);
    }
  }

  /** A line an exporter. */
  public List<String> account() {
    return List.copyOf(account);
  }

  private void find(int exporter) {
    List<Receipt> own =
        receipts.stream().filter(receipt -> receipt.exporter() == exporter).toList();
    var arrivals = new Arrivals(exporter, lives, own, numbers, findings);
    arrivals.book();
    var losses =
        new Losses(exporter, lives, rules.maxCollections(), rules.pointsOfSegment(), findings);
    losses.check();
    var counters = new Counters(exporter, findings);
    boolean isDelta = rules.deltas().get(exporter);
    var totals = new Totals(exporter, isDelta, rules.cores(), numbers, findings);
    long turns = 0;
    long received = 0;
    for (Life life : lives) {
      counters.check(life, own);
      turns += totals.check(life);
      received += isDelta ? sum(life.collections(exporter)) : last(life.collections(exporter));
    }
    findings.require(
        arrivals.pointsReceived() > 0, "nothing", "exporter " + exporter + " received nothing");
    account.add(
        "%,d requests, %,d points, %,d of them again; %,d of %,d turns handed over; %s"
            .formatted(
                own.size(),
                arrivals.pointsReceived(),
                arrivals.pointsTwice(),
                received,
                turns,
                losses));
  }

  /** Turns in deltas that have arrived. */
  private long sum(List<Collection> collections) {
    long sum = 0;
    for (Collection collection : collections) {
      sum += turns(collection);
    }
    return sum;
  }

  /** Turns in the last cumulative points that have arrived; cores arrive together. */
  private long last(List<Collection> collections) {
    long last = 0;
    for (Collection collection : collections) {
      last = Math.max(last, turns(collection));
    }
    return last;
  }

  private long turns(Collection collection) {
    double sum = 0;
    for (int i = 0; i < collection.points().size(); i++) {
      String metric = numbers.name(collection.points().get(i).series()).metric();
      if (collection.isReceived(i) && metric.equals(Turns.TURNS)) {
        sum += collection.points().get(i).amount();
      }
    }
    return (long) sum;
  }
}
