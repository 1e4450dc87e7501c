package io.numetry.aggregate;

import java.util.concurrent.CompletableFuture;

/** Somebody waits until everything recorded so far has been handed to every exporter. */
final class FlushRequest {
  private final long deadlineNanoTime;
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();

  FlushRequest(long deadlineNanoTime) {
    this.deadlineNanoTime = deadlineNanoTime;
  }

  boolean isOver(long nanoTime) {
    return nanoTime - deadlineNanoTime >= 0;
  }

  void complete(boolean everything) {
    done.complete(everything);
  }

  CompletableFuture<Boolean> done() {
    return done;
  }
}
