package io.numetry.bench.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.chaos.journal.JournalWriter;
import io.numetry.bench.chaos.journal.Tally;
import io.numetry.bench.chaos.journal.TallyField.OfCore;
import io.numetry.bench.chaos.journal.TallyField.OfExporter;
import io.numetry.bench.chaos.ledger.Life;
import io.numetry.bench.chaos.ledger.LifeEnd;
import io.numetry.bench.chaos.ledger.Receipt;
import io.numetry.bench.chaos.ledger.Receipt.Fate;
import io.numetry.bench.chaos.point.Digest;
import io.numetry.bench.chaos.point.SeriesName;
import io.numetry.bench.chaos.point.SeriesNumbers;
import io.numetry.bench.chaos.point.Turns;
import io.numetry.bench.chaos.point.WirePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One exporter of deltas, one core, a turn a collection, and a life of ten collections. Whatever is
 * wrong with what was received is found.
 */
class VerdictTest {
  private static final int COLLECTIONS = 10;
  private static final int POINTS = 8;
  private static final int MAX_COLLECTIONS = 2;
  private static final SortedMap<String, String> CORE = new TreeMap<>();

  static {
    CORE.put(Turns.CORE, "0");
  }

  private static final List<String> METRICS =
      List.of(
          Turns.TURNS,
          Turns.SHARES,
          Turns.BALANCE,
          Turns.LAST,
          Turns.RESIDUE,
          Turns.STEP,
          Turns.WIDTH,
          Turns.VISITED);

  @TempDir Path folder;
  private final SeriesNumbers numbers = new SeriesNumbers();
  private final List<Receipt> receipts = new ArrayList<>();
  private Tally tally;

  @BeforeEach
  void liveOnce() throws IOException {
    live(7);
  }

  /**
   * The life.
   *
   * @param safe collections that a flush has said to be delivered or on disk
   */
  private void live(long safe) throws IOException {
    tally = Tally.of(folder, 0);
    try (var journal = new JournalWriter(folder, 0)) {
      for (String metric : METRICS) {
        assertThat(journal.series(name(metric))).isEqualTo(numbers.of(name(metric)));
      }
      for (int i = 0; i < COLLECTIONS; i++) {
        journal.collection(0, time(i), collection(i));
        journal.taken(0, time(i));
        receive(i, Fate.TAKEN).answered();
      }
      journal.safe(0, safe);
    }
    tally.set(0, OfCore.BEGUN, COLLECTIONS);
    tally.set(0, OfCore.RECORDED, COLLECTIONS);
    tally.set(0, OfExporter.ACCEPTED, COLLECTIONS * POINTS);
  }

  private static String name(String metric) {
    return new SeriesName(metric, CORE).toString();
  }

  private static long time(int collection) {
    return 1_000L + collection;
  }

  private List<WirePoint> collection(int turn) {
    List<WirePoint> points = new ArrayList<>();
    for (String metric : METRICS) {
      double amount =
          switch (metric) {
            case Turns.SHARES -> Turns.share(turn);
            case Turns.BALANCE -> new Turns(turn + 1).balance();
            case Turns.LAST -> (double) turn;
            default -> 1;
          };
      double total =
          switch (metric) {
            case Turns.RESIDUE -> (double) Turns.residue(turn);
            case Turns.STEP -> Turns.step(turn);
            case Turns.WIDTH -> (double) Turns.width(turn);
            default -> 0;
          };
      points.add(
          new WirePoint(
              numbers.of(name(metric)),
              time(turn) - 1,
              time(turn),
              Digest.ofDouble(amount),
              amount,
              total));
    }
    return points;
  }

  private Receipt receive(int collection, Fate fate) {
    return receive(0, collection(collection), fate);
  }

  private Receipt receive(int senderLife, List<WirePoint> points, Fate fate) {
    var receipt = new Receipt(0, senderLife, 0, points, "NONE");
    receipt.fate(fate);
    receipts.add(receipt);
    return receipt;
  }

  private List<String> findings(boolean killed) throws IOException {
    var findings = new Findings();
    List<Life> lives = new ArrayList<>();
    lives.add(new Life(folder, new LifeEnd(0, killed, List.of(false)), 1, numbers));
    lives.add(new Life(folder, LifeEnd.inOrder(1, 1), 1, numbers));
    new Verdict(
            lives,
            receipts,
            numbers,
            new Verdict.Rules(List.of(true), 1, MAX_COLLECTIONS, 100),
            findings)
        .find();
    return findings.lines();
  }

  private void shouldFind(String... kinds) throws IOException {
    assertThat(findings(false)).extracting(line -> line.split(":", 2)[0]).contains(kinds);
  }

  @Test
  void findNothingWhereAllIsWell() throws IOException {
    assertThat(findings(false)).isEmpty();
    assertThat(findings(true)).isEmpty();
  }

  @Test
  void findWhatIsLost() throws IOException {
    receipts.remove(4);
    tally.set(0, OfExporter.ACCEPTED, (COLLECTIONS - 1) * POINTS);
    shouldFind("lost");
    assertThat(findings(true)).singleElement().asString().startsWith("lost: exporter 0: 8 points");
    tally.set(0, OfExporter.SPOOL_DROPPED, POINTS);
    assertThat(findings(false)).isEmpty();
  }

  @Test
  void findWhatIsCountedAsLostAndIsNot() throws IOException {
    tally.set(0, OfExporter.SPOOL_DROPPED, 2 * POINTS);
    shouldFind("counted as lost");
  }

  /** A kill takes the last two collections, unless a flush has said that they are safe. */
  @Test
  void forgiveAKillWhatWasInMemoryAndNoMore() throws IOException {
    tally.set(0, OfExporter.ACCEPTED, 0);
    receipts.subList(COLLECTIONS - 2, COLLECTIONS).clear();
    assertThat(findings(true)).isEmpty();
    receipts.removeLast();
    assertThat(findings(true)).singleElement().asString().startsWith("lost: exporter 0: 8 points");
  }

  @Test
  void findWhatAFlushHadSaidToBeSafe() throws IOException {
    receipts.subList(6, COLLECTIONS).clear();
    tally.set(0, OfExporter.ACCEPTED, 0);
    // The seventh is safe; of the next three one more than is kept in memory is missing.
    assertThat(findings(true)).singleElement().asString().startsWith("lost: exporter 0: 16 points");
  }

  /** What would be forgiven a kill, since it may have been in memory, once a flush told of it. */
  @Test
  void notForgiveAKillWhatAFlushHadSaidToBeSafe() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    receipts.clear();
    live(COLLECTIONS - 1);
    receipts.subList(COLLECTIONS - 2, COLLECTIONS).clear();
    tally.set(0, OfExporter.ACCEPTED, 0);
    assertThat(findings(true)).singleElement().asString().startsWith("lost: exporter 0: 8 points");
  }

  @Test
  void findADeltaThatDoesNotBeginWhereTheOneBeforeEnded() throws IOException {
    try (var journal = new JournalWriter(folder, 1)) {
      for (String metric : METRICS) {
        journal.series(name(metric));
      }
      for (int i = 0; i < 2; i++) {
        long early = i;
        List<WirePoint> points =
            collection(i).stream()
                .map(
                    point ->
                        new WirePoint(
                            point.series(),
                            point.startUnixNanos() - early,
                            point.timeUnixNanos(),
                            point.digest(),
                            point.amount(),
                            point.total()))
                .toList();
        journal.collection(0, time(i), points);
        journal.taken(0, time(i));
      }
    }
    shouldFind("gap");
  }

  @Test
  void findWhatCameAgainThoughItWasAnswered() throws IOException {
    receive(4, Fate.TAKEN).answered();
    tally.set(0, OfExporter.ACCEPTED, (COLLECTIONS + 1) * POINTS);
    shouldFind("sent again although it was answered");
    receipts.get(4).unread();
    assertThat(findings(false)).isEmpty();
  }

  /** What the life did not live to write down, the next one sends again: one request. */
  @Test
  void forgiveTheLastRequestOfALifeAndNoOther() throws IOException {
    receive(1, collection(COLLECTIONS - 1), Fate.TAKEN).answered();
    assertThat(findings(true)).isEmpty();
    receive(1, collection(COLLECTIONS - 2), Fate.TAKEN).answered();
    assertThat(findings(true))
        .anySatisfy(line -> assertThat(line).startsWith("sent again although it was answered"));
  }

  @Test
  void findWhatWasChangedOrNeverHandedOver() throws IOException {
    List<WirePoint> points = collection(4);
    WirePoint first = points.getFirst();
    points.set(
        0,
        new WirePoint(
            first.series(), first.startUnixNanos(), first.timeUnixNanos(), 1, first.amount(), 0));
    receipts.set(4, new Receipt(0, 0, 0, points, "NONE"));
    receipts.get(4).answered();
    shouldFind("changed on its way");
    receipts.set(4, new Receipt(0, 0, 0, collection(40), "NONE"));
    shouldFind("never handed over", "lost");
  }

  @Test
  void findWhatIsRefusedAndNotCounted() throws IOException {
    receipts.get(4).fate(Fate.REFUSED);
    tally.set(0, OfExporter.ACCEPTED, (COLLECTIONS - 1) * POINTS);
    shouldFind("counter");
    tally.set(0, OfExporter.DROPPED, POINTS);
    assertThat(findings(false)).isEmpty();
  }

  @Test
  void findATotalThatIsNotWhatWasRecorded() throws IOException {
    tally.set(0, OfCore.RECORDED, COLLECTIONS + 1);
    shouldFind("total");
    tally.set(0, OfCore.BEGUN, COLLECTIONS - 1);
    assertThat(findings(true)).singleElement().asString().startsWith("total: exporter 0, life 0");
  }

  @Test
  void findACollectionThatIsTorn() throws IOException {
    try (var journal = new JournalWriter(folder, 1)) {
      for (String metric : METRICS) {
        journal.series(name(metric));
      }
      List<WirePoint> torn = collection(0);
      torn.remove(METRICS.indexOf(Turns.STEP));
      journal.collection(0, time(0), torn);
      journal.taken(0, time(0));
    }
    shouldFind("not at one number of turns");
  }
}
