package io.numetry.bench.jcstress;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings a sample's two actors together before they begin: those that loop take so long that one
 * would otherwise be done before the other begins. Gives up after a while, since an actor may be
 * run without the other.
 */
final class Rendezvous {
  private static final int PATIENCE = 20_000;

  private final AtomicInteger arrived = new AtomicInteger();

  void meet() {
    arrived.incrementAndGet();
    for (int i = 0; i < PATIENCE && arrived.get() < 2; i++) {
      Thread.onSpinWait();
    }
  }
}
