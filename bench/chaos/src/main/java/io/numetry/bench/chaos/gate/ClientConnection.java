package io.numetry.bench.chaos.gate;

import io.numetry.bench.chaos.ledger.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a client's connection: whether the answer to its last request was read. The next
 * request on it says so; if none comes, it depends on how the connection ends. Any thread.
 */
final class ClientConnection {
  /** Clocks and schedulers of both ends agree by that much. */
  private static final int PART_OF_TIMEOUT = 2;

  private final int life;
  private @Nullable Receipt last;
  private long lastBeganNanoTime;
  private int requests;
  private boolean cut;

  /**
   * @param life of the process that has connected
   */
  ClientConnection(int life) {
    this.life = life;
  }

  int life() {
    return life;
  }

  /** A request begins: the answer to the one before was read. */
  synchronized void requestBegins() {
    last = null;
    requests++;
    lastBeganNanoTime = System.nanoTime();
  }

  /** It has been written down; maybe when the connection was gone. */
  synchronized void received(Receipt receipt) {
    last = receipt;
    if (cut) {
      receipt.unread();
    }
  }

  /** Its answer is out, whole. */
  synchronized void answered() {
    if (last != null) {
      last.answered();
    }
  }

  /** We end the connection, whatever was under way. */
  synchronized void cut() {
    cut = true;
    if (last != null) {
      last.unread();
    }
  }

  /**
   * The client has ended it. It does so when it has waited for an answer as long as it may; since
   * when it has waited for the first one is not known here, because it has connected meanwhile.
   */
  synchronized void endedByClient(long timeoutNanos) {
    long nanos = System.nanoTime() - lastBeganNanoTime;
    if (last != null && (requests == 1 || nanos >= timeoutNanos / PART_OF_TIMEOUT)) {
      last.unread();
    }
    cut = true; // nobody reads what is answered from now on
  }
}
