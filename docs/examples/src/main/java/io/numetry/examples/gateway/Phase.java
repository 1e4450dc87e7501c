package io.numetry.examples.gateway;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the cores are to do, told by whoever runs the gateway. Any thread. */
final class Phase {
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean draining;

  /** Take nothing more from the line, and end when all that was taken is through. */
  void drain() {
    draining = true;
  }

  boolean isDraining() {
    return draining;
  }

  /** A core cannot go on, so that none can: the first cause counts. */
  void fail(Throwable cause) {
    failure.compareAndSet(null, cause);
  }

  boolean hasFailed() {
    return failure.get() != null;
  }

  /** Throws what a core failed of, if one has. */
  void check() {
    switch (failure.get()) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
  }
}
