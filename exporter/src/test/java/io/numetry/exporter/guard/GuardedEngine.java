package io.numetry.exporter.guard;

import io.numetry.CoreOptions;
import io.numetry.TelemetryGuard;
import io.numetry.core.TelemetryCore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * A process with a guard, as its environment says: records, and then ends as it is told by its
 * arguments, {@code ending owner}.
 */
public final class GuardedEngine {
  /** What each of them records. */
  static final long TURNS = 1_000;

  /** Printed when everything is recorded. */
  static final String RECORDED = "recorded";

  /** What the process ends with if it is told to exit. */
  static final int EXIT_STATUS = 3;

  /** How a process ends. */
  enum Ending {
    /** {@code main} returns; nobody closes anything. */
    RETURN,
    /** {@code main} leaves the guard's block. */
    CLOSE,
    /** The same with the thread interrupted. */
    CLOSE_INTERRUPTED,
    /** Closes twice, and by several threads at a time. */
    CLOSE_OFTEN,
    /** {@code main} throws, and nobody closes. */
    THROW,
    /** {@code System.exit}. */
    EXIT,
    /** {@code System.exit} by one thread while another closes. */
    EXIT_WHILE_CLOSING,
    /** {@code System.exit} after a close. */
    EXIT_AFTER_CLOSE,
    /** Waits for a signal. */
    SIGNAL,
    /** {@code System.exit} with an exporter that never comes back. */
    EXIT_STUCK,
  }

  /** What the owner does once it has recorded. */
  enum OwnerState {
    /** Goes on polling. */
    POLLS,
    /** Is idle. */
    IDLE,
    /** Parks, and has not said so. */
    PARKED,
    /** Has ended, and has closed nothing. */
    DEAD
  }

  private GuardedEngine() {}

  /**
   * Runs the engine.
   *
   * @param arguments an {@link Ending}, an {@link OwnerState}, the shutdown timeout in milliseconds
   */
  public static void main(String[] arguments) throws InterruptedException {
    Ending ending = Ending.valueOf(arguments[0]);
    OwnerState ownerState = OwnerState.valueOf(arguments[1]);
    Duration timeout = Duration.ofMillis(Long.parseLong(arguments[2]));
    TelemetryGuard guard =
        TelemetryGuard.fromEnvironment(
            builder -> {
              builder.bankHalfBytes(1 << 20).shutdownTimeout(timeout);
              if (ending == Ending.EXIT_STUCK) {
                builder.exporter(new StuckExporter());
              }
            });
    record(guard, ownerState);
    System.out.println(RECORDED + " " + guard.health().state());
    end(guard, ending);
  }

  private static void record(TelemetryGuard guard, OwnerState ownerState)
      throws InterruptedException {
    var recorded = new CountDownLatch(1);
    Thread owner = new Thread(() -> own(guard, ownerState, recorded), "engine");
    owner.setDaemon(true);
    owner.start();
    recorded.await();
    if (ownerState == OwnerState.DEAD) {
      owner.join();
    }
  }

  private static void own(TelemetryGuard guard, OwnerState state, CountDownLatch recorded) {
    TelemetryCore core = guard.telemetry().openCore(CoreOptions.floating().named("engine"));
    GuardedMetricsSet metrics = core.register(GuardedMetricsSet.TYPE);
    for (long turn = 0; turn < TURNS; turn++) {
      metrics.addTurns(1);
      core.poll();
    }
    if (state == OwnerState.IDLE) {
      core.idle();
    }
    recorded.countDown();
    while (state != OwnerState.DEAD) {
      switch (state) {
        case POLLS -> core.poll();
        default -> LockSupport.park();
      }
      Thread.onSpinWait();
    }
  }

  private static void end(TelemetryGuard guard, Ending ending) throws InterruptedException {
    switch (ending) {
      case RETURN -> {}
      case CLOSE -> guard.close();
      case CLOSE_INTERRUPTED -> {
        Thread.currentThread().interrupt();
        guard.close();
        if (!Thread.currentThread().isInterrupted()) {
          throw new AssertionError("the interruption is lost");
        }
      }
      case CLOSE_OFTEN -> {
        for (int i = 0; i < 4; i++) {
          new Thread(guard::close, "closer-" + i).start();
        }
        guard.close();
        guard.close();
        guard.telemetry().close();
      }
      case THROW -> throw new IllegalStateException("the engine has failed");
      case EXIT, EXIT_STUCK -> System.exit(EXIT_STATUS);
      case EXIT_WHILE_CLOSING -> {
        Thread closer = new Thread(guard::close, "closer");
        closer.start();
        while (guard.active()) {
          Thread.onSpinWait(); // until it has begun
        }
        System.exit(EXIT_STATUS);
      }
      case EXIT_AFTER_CLOSE -> {
        guard.close();
        System.exit(EXIT_STATUS);
      }
      case SIGNAL -> new CountDownLatch(1).await();
    }
  }
}
