package io.numetry.aggregate;

import io.numetry.export.MetricExporter;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Somebody waits until everything recorded so far has been handed to the exporters: to one of them,
 * or to all that are not on demand.
 */
final class FlushRequest {
  private final @Nullable MetricExporter only;
  private final long deadlineNanoTime;
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();

  FlushRequest(@Nullable MetricExporter only, long deadlineNanoTime) {
    this.only = only;
    this.deadlineNanoTime = deadlineNanoTime;
  }

  /** True if this reader's exporter is among those that the request waits for. */
  boolean concerns(NodeReader reader) {
    return only == null ? !reader.isOnDemand() : reader.isOf(only);
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
