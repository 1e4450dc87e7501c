package io.numetry.bench.chaos.ledger;

import java.util.ArrayList;
import java.util.List;

/** All requests that destinations have read, in their order. Any thread. */
public final class Receipts {
  private final List<Receipt> all = new ArrayList<>();

  public synchronized void add(Receipt receipt) {
    all.add(receipt);
  }

  public synchronized List<Receipt> all() {
    return List.copyOf(all);
  }
}
