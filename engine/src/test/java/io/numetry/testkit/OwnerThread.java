package io.numetry.testkit;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/** A platform thread that does what a test tells it, a step at a time: an owner under control. */
public final class OwnerThread implements AutoCloseable {
  private final Runnable end = this::end;
  private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();
  private final Thread thread;

  public OwnerThread(String name) {
    thread = new Thread(this::run, name);
    thread.start();
  }

  /** Runs a step on the thread and waits for it; what it throws is thrown here. */
  public <T> T call(Callable<T> step) {
    CompletableFuture<T> result = new CompletableFuture<>();
    steps.add(
        () -> {
          try {
            result.complete(step.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public void run(Runnable step) {
    call(
        () -> {
          step.run();
          return true;
        });
  }

  /** Lets the thread end, and waits until it has. */
  @Override
  public void close() {
    steps.add(end);
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void end() {
    throw new AssertionError("never run: its being taken ends the thread");
  }

  private void run() {
    try {
      for (Runnable step = steps.take(); step != end; step = steps.take()) {
        step.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
