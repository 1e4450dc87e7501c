package io.numetry.examples.gateway;

import io.numetry.CoreOptions;
import io.numetry.examples.gateway.metrics.LoopMetrics;
import io.numetry.examples.reconcile.Recorded;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One core: a pinned thread that gives its roles their turns, polls telemetry once a turn, and goes
 * idle when there has been nothing to do for a while.
 */
final class CoreLoop implements Runnable {
  private static final int EMPTY_TURNS_BEFORE_IDLE = 200;
  private static final long IDLE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private final Instrumentation instrumentation;
  private final CoreOptions options;
  private final List<Role> roles;
  private final Phase phase;
  private CoreInstruments instruments;
  private LoopMetrics metrics;

  CoreLoop(Instrumentation instrumentation, CoreOptions options, List<Role> roles, Phase phase) {
    this.instrumentation = instrumentation;
    this.options = options;
    this.roles = List.copyOf(roles);
    this.phase = phase;
  }

  @Override
  public void run() {
    try (CoreInstruments core = instrumentation.open(options)) {
      instruments = core;
      metrics = core.loop();
      roles.forEach(role -> role.start(core));
      metrics.addAwake(1);
      loop(core);
      metrics.addAwake(-1);
    } catch (RuntimeException | Error e) {
      phase.fail(e);
    }
  }

  /** Writes down what this core's roles and its duty cycle recorded; after the thread has ended. */
  void into(Recorded recorded) {
    instruments.into(recorded);
  }

  private void loop(CoreInstruments core) {
    int emptyTurns = 0;
    while (!phase.hasFailed() && !allDone()) {
      int frames = turn();
      core.poll();
      if (frames > 0) {
        metrics.addTurns(1);
        metrics.recordBatchSize(frames);
        metrics.recordTurnFrames(frames);
        emptyTurns = 0;
      } else if (++emptyTurns == EMPTY_TURNS_BEFORE_IDLE) {
        idle(core);
        emptyTurns = 0;
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private int turn() {
    boolean draining = phase.isDraining();
    int frames = 0;
    for (int i = 0; i < roles.size(); i++) {
      frames += roles.get(i).doWork(draining);
    }
    return frames;
  }

  /** Between idle and resume nothing may be recorded. */
  private void idle(CoreInstruments core) {
    metrics.addAwake(-1);
    metrics.addIdleSpells(1);
    long start = System.nanoTime();
    core.idle();
    LockSupport.parkNanos(IDLE_NANOS);
    core.resume();
    double seconds = BinarySeconds.of(System.nanoTime() - start);
    metrics.addIdleTime(seconds);
    metrics.recordIdleDuration(seconds);
    metrics.addAwake(1);
  }

  private boolean allDone() {
    for (int i = 0; i < roles.size(); i++) {
      if (!roles.get(i).isDone()) {
        return false;
      }
    }
    return true;
  }
}
