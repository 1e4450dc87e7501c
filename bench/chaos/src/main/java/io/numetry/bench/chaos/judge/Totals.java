package io.numetry.bench.chaos.judge;

import io.numetry.bench.chaos.journal.TallyField.OfCore;
import io.numetry.bench.chaos.ledger.Collection;
import io.numetry.bench.chaos.ledger.Life;
import io.numetry.bench.chaos.point.Digest;
import io.numetry.bench.chaos.point.SeriesName;
import io.numetry.bench.chaos.point.SeriesNumbers;
import io.numetry.bench.chaos.point.Turns;
import io.numetry.bench.chaos.point.WirePoint;
import java.util.HashMap;
import java.util.Map;

/**
 * Each collection stands at a whole number of turns of each core, by all of its series; the last
 * one of a life that has ended in order stands at the number that the core recorded, and that of a
 * life that was killed at none that the core had not begun.
 */
final class Totals {
  private final int exporter;
  private final boolean isDelta;
  private final int cores;
  private final SeriesNumbers numbers;
  private final Findings findings;

  Totals(int exporter, boolean isDelta, int cores, SeriesNumbers numbers, Findings findings) {
    this.exporter = exporter;
    this.isDelta = isDelta;
    this.cores = cores;
    this.numbers = numbers;
    this.findings = findings;
  }

  /** Turns that the life's last collection stands at, all cores together. */
  long check(Life life) {
    Map<String, double[]> sums = new HashMap<>();
    long previousTime = 0;
    for (Collection collection : life.collections(exporter)) {
      if (collection.isTaken() || isLast(life, collection)) {
        add(collection, sums);
        for (int core = 0; core < cores; core++) {
          checkCore(life, collection, core, sums);
        }
        checkStart(life, collection, previousTime);
        previousTime = collection.timeUnixNanos();
      }
    }
    long turns = 0;
    for (int core = 0; core < cores; core++) {
      long stands = (long) value(sums, Turns.TURNS, core, 0);
      turns += stands;
      long recorded = life.tally().get(core, OfCore.RECORDED);
      long begun = life.tally().get(core, OfCore.BEGUN);
      boolean holds = life.end().killed() ? stands <= begun : stands == recorded;
      findings.require(
          holds,
          "total",
          "%s: core %d stands at %d turns, recorded %d, begun %d"
              .formatted(text(life), core, stands, recorded, begun));
    }
    return turns;
  }

  private boolean isLast(Life life, Collection collection) {
    return life.collections(exporter).getLast() == collection;
  }

  /** Deltas add up, all else replaces what it was. */
  private void add(Collection collection, Map<String, double[]> sums) {
    for (WirePoint point : collection.points()) {
      SeriesName name = numbers.name(point.series());
      String core = name.attributes().get(Turns.CORE);
      if (core == null || point.digest() == Digest.ofEnd()) {
        continue;
      }
      boolean adds =
          isDelta && !name.metric().equals(Turns.LAST) && !name.metric().equals(Turns.BALANCE);
      if (name.metric().equals(Turns.VISITED) && !isDelta) {
        continue; // visits begin anew
      }
      double[] sum = sums.computeIfAbsent(name.metric() + '/' + core, any -> new double[2]);
      sum[0] = point.amount() + (adds ? sum[0] : 0);
      sum[1] = point.total() + (adds ? sum[1] : 0);
    }
  }

  private void checkCore(Life life, Collection at, int core, Map<String, double[]> sums) {
    var turns = new Turns((long) value(sums, Turns.TURNS, core, 0));
    if (turns.count() == 0) {
      return;
    }
    double count = (double) turns.count();
    String where = text(life) + ", core " + core + " at " + at.timeUnixNanos();
    require(where, "shares", value(sums, Turns.SHARES, core, 0), turns.shares());
    require(where, "balance", value(sums, Turns.BALANCE, core, 0), turns.balance());
    require(where, "last", value(sums, Turns.LAST, core, 0), count - 1);
    require(where, "residues", value(sums, Turns.RESIDUE, core, 0), count);
    require(where, "residues' sum", value(sums, Turns.RESIDUE, core, 1), turns.residues());
    require(where, "steps", value(sums, Turns.STEP, core, 0), count);
    require(where, "steps' sum", value(sums, Turns.STEP, core, 1), turns.steps());
    require(where, "widths", value(sums, Turns.WIDTH, core, 0), count);
    require(where, "widths' sum", value(sums, Turns.WIDTH, core, 1), turns.widths());
    if (isDelta) {
      require(where, "visited", value(sums, Turns.VISITED, core, 0), count);
    }
  }

  private void require(String where, String what, double stands, double expected) {
    findings.require(
        stands == expected,
        "not at one number of turns",
        "%s: %s is %s, expected %s".formatted(where, what, stands, expected));
  }

  /** A delta begins where the collection before has ended. */
  private void checkStart(Life life, Collection collection, long previousTime) {
    if (!isDelta || previousTime == 0) {
      return;
    }
    for (WirePoint point : collection.points()) {
      if (numbers.name(point.series()).metric().equals(Turns.TURNS)) {
        findings.require(
            point.startUnixNanos() == previousTime,
            "gap",
            "%s: a delta begins at %d, the collection before was at %d"
                .formatted(text(life), point.startUnixNanos(), previousTime));
      }
    }
  }

  private static double value(Map<String, double[]> sums, String metric, int core, int part) {
    double[] sum = sums.get(metric + '/' + core);
    return sum == null ? 0 : sum[part];
  }

  private String text(Life life) {
    return "exporter " + exporter + ", life " + life.end().life();
  }
}
