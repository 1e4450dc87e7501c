package io.numetry.bench.chaos.judge;

import io.numetry.bench.chaos.ledger.Collection;
import io.numetry.bench.chaos.ledger.Life;
import io.numetry.bench.chaos.ledger.Receipt;
import io.numetry.bench.chaos.ledger.Receipt.Fate;
import io.numetry.bench.chaos.point.SeriesNumbers;
import io.numetry.bench.chaos.point.WirePoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was received was handed over, and says what it said then; and it came twice only
 * where the first answer may not have been known: it was lost, or the life ended before it could
 * read it or write it down. That can be of the last request that a life was answered: before a
 * spool gives out its next frame, it has written down that the one before was settled.
 */
final class Arrivals {
  private final int exporter;
  private final List<Life> lives;
  private final List<Receipt> receipts;
  private final SeriesNumbers numbers;
  private final Findings findings;
  private final Map<Integer, Integer> lastOfLife = new HashMap<>();
  private long pointsReceived;
  private long pointsTwice;

  /**
   * @param receipts of that exporter, in their order
   */
  Arrivals(
      int exporter,
      List<Life> lives,
      List<Receipt> receipts,
      SeriesNumbers numbers,
      Findings findings) {
    this.exporter = exporter;
    this.lives = lives;
    this.receipts = receipts;
    this.numbers = numbers;
    this.findings = findings;
  }

  /** Points received, each as often as it came. */
  long pointsReceived() {
    return pointsReceived;
  }

  /** Of these, those that had been received before. */
  long pointsTwice() {
    return pointsTwice;
  }

  /** Books each point of each receipt at its collection. */
  void book() {
    for (int i = 0; i < receipts.size(); i++) {
      lastOfLife.put(receipts.get(i).senderLife(), i);
    }
    for (int i = 0; i < receipts.size(); i++) {
      Receipt receipt = receipts.get(i);
      if (receipt.fate() == Fate.UNKNOWN) {
        continue; // it broke off before it was taken
      }
      boolean twiceTold = false;
      for (WirePoint point : receipt.points()) {
        twiceTold |= book(i, receipt, point, twiceTold);
      }
    }
  }

  /** True if it was found to have come twice without a reason. */
  private boolean book(int number, Receipt receipt, WirePoint point, boolean twiceTold) {
    Collection collection = collection(receipt, point);
    if (collection == null) {
      findings.add("never handed over", text(receipt, point));
      return false;
    }
    int index = collection.indexOf(point.series());
    WirePoint sent = collection.points().get(index);
    if (!sent.equals(point)) {
      findings.add("changed on its way", text(receipt, point) + ", was " + sent);
    }
    int before = collection.lastReceipt(index);
    boolean unreasonable = before != Collection.NEVER && !mayComeAgain(before, number);
    if (unreasonable && !twiceTold) {
      findings.add(
          "sent again although it was answered",
          "%s: %s; then %s; %d requests later"
              .formatted(text(receipt, point), receipts.get(before), receipt, number - before));
    }
    if (receipt.fate() == Fate.REFUSED) {
      collection.refused(index, number);
    } else {
      pointsReceived++;
      pointsTwice += collection.isReceived(index) ? 1 : 0;
      collection.received(index, number, isSurelyKnown(number));
    }
    return unreasonable;
  }

  private @Nullable Collection collection(Receipt receipt, WirePoint point) {
    return receipt.pointsLife() < lives.size()
        ? lives.get(receipt.pointsLife()).find(exporter, point.timeUnixNanos(), point.series())
        : null;
  }

  /** Whether the sender knows that it has arrived. */
  private boolean isSurelyKnown(int number) {
    Receipt receipt = receipts.get(number);
    return receipt.isAnswered() && lastOfLife.getOrDefault(receipt.senderLife(), -1) != number;
  }

  /** A receipt may be written down late, after one of the next life: the earlier life counts. */
  private boolean mayComeAgain(int oneNumber, int otherNumber) {
    boolean inOrder =
        receipts.get(oneNumber).senderLife() <= receipts.get(otherNumber).senderLife();
    int firstNumber = inOrder ? oneNumber : otherNumber;
    Receipt first = receipts.get(firstNumber);
    Receipt second = receipts.get(inOrder ? otherNumber : oneNumber);
    if (!first.isAnswered()) {
      return true;
    }
    return second.senderLife() > first.senderLife()
        && lastOfLife.getOrDefault(first.senderLife(), -1) == firstNumber;
  }

  private String text(Receipt receipt, WirePoint point) {
    return numbers.name(point.series()).metric()
        + " at "
        + point.timeUnixNanos()
        + " of life "
        + receipt.pointsLife()
        + ", exporter "
        + exporter;
  }
}
