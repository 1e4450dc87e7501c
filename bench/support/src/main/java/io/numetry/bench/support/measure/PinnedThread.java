package io.numetry.bench.support.measure;

import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.ThreadPin;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A thread that does one thing on given CPUs, and whose failure is its starter's. */
public final class PinnedThread<T> {

  private final Thread thread;
  private final FutureTask<T> task;

  private PinnedThread(NumaSystem numa, String name, CpuSet cpus, Callable<T> work) {
    this.task =
        new FutureTask<>(
            () -> {
              try (ThreadPin _ = numa.pinCurrentThread(cpus)) {
                return work.call();
              }
            });
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(task);
  }

  public static <T> PinnedThread<T> start(
      NumaSystem numa, String name, CpuSet cpus, Callable<T> work) {
    PinnedThread<T> started = new PinnedThread<>(numa, name, cpus, work);
    started.thread.start();
    return started;
  }

  public static <T> T call(NumaSystem numa, String name, int cpu, Callable<T> work) {
    return start(numa, name, CpuSet.of(cpu), work).await();
  }

  public boolean isAlive() {
    return thread.isAlive();
  }

  /**
   * Waits for its end.
   *
   * @throws RuntimeException if the work has thrown: the same, or one about it
   */
  public T await() {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(thread.getName() + ": interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(thread.getName() + ": " + e.getCause(), e.getCause());
    }
  }
}
