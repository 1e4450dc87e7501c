package io.numetry.exporter.spool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SpoolStore} and the thread that it belongs to, so that no event loop or aggregator ever
 * waits for a disk: they hand tasks over, and hear of the outcome by what the task does with it.
 *
 * <p>Threads: {@link #execute} and {@link #statistics} are for any thread, and never block.
 */
public final class Spool implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Spool.class.getName());

  /** A sender has a handful of frames on their way at most. */
  private static final int QUEUE_CAPACITY = 1024;

  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final HandoverQueue<SpoolTask> tasks = new HandoverQueue<>(QUEUE_CAPACITY);
  private final CompletableFuture<SpoolStore> opened = new CompletableFuture<>();
  private final long tickNanos;
  private final Thread thread;
  private volatile boolean waiting;
  private boolean failureTold;

  private Spool(SpoolOptions options, String threadName) {
    this.tickNanos = Math.min(LONGEST_WAIT_NANOS, options.syncInterval().toNanos());
    this.thread = Thread.ofPlatform().name(threadName).daemon().unstarted(() -> run(options));
  }

  /**
   * Opens a spool and starts its thread; waits until all that is in it has been read.
   *
   * @throws SpoolException if there can be none; the message says what to write instead
   */
  public static Spool open(SpoolOptions options, String threadName) throws SpoolException {
    var spool = new Spool(options, threadName);
    spool.thread.start();
    try {
      spool.opened.get();
      return spool;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      spool.tasks.close();
      throw new SpoolException("spool: folder=" + options.folder() + ": interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SpoolException refused
          ? refused
          : new SpoolException(
              "spool: folder=" + options.folder() + " cannot be used (" + e.getCause() + ")", e);
    }
  }

  /**
   * Hands a task over. Never blocks, allocates nothing.
   *
   * @return false if it will not be run: too many are waiting, or the spool is closed
   */
  public boolean execute(SpoolTask task) {
    boolean taken = tasks.offer(task);
    if (taken && waiting) {
      LockSupport.unpark(thread);
    }
    return taken;
  }

  /** What is in the spool, and what became of the rest. */
  public SpoolStatistics statistics() {
    return opened.join().statistics();
  }

  /** Runs all tasks that were handed over, then closes the store. Returns when that is done. */
  @Override
  public void close() {
    tasks.close();
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(SpoolOptions options) {
    SpoolStore store;
    try {
      store = SpoolStore.open(options);
    } catch (Throwable e) {
      opened.completeExceptionally(e);
      return;
    }
    try (store) {
      opened.complete(store);
      work(store);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "spool: its thread ends", e);
      failTheRest(store);
    }
  }

  /** Those who have handed a task over hear of its failure: the store is closed by now. */
  private void failTheRest(SpoolStore store) {
    tasks.close();
    while (!tasks.isEmpty()) {
      SpoolTask task = tasks.poll();
      try {
        if (task == null) {
          Thread.onSpinWait(); // it is just being put
        } else {
          task.run(store);
        }
      } catch (RuntimeException | Error e) {
        tell(e);
      }
    }
  }

  private void work(SpoolStore store) {
    long ticked = System.nanoTime();
    while (!tasks.isClosed() || !tasks.isEmpty()) {
      SpoolTask task = tasks.poll();
      if (task != null) {
        runTask(task, store);
      }
      long now = System.nanoTime();
      if (now - ticked >= tickNanos) {
        ticked = now;
        runTask(SpoolStore::tick, store);
      }
      if (task == null) {
        await(ticked + tickNanos - now);
      }
    }
  }

  private void await(long nanos) {
    waiting = true;
    if (tasks.isEmpty() && !tasks.isClosed()) {
      LockSupport.parkNanos(this, nanos);
      // A channel that is used by an interrupted thread closes.
      if (Thread.interrupted()) {
        tell(new InterruptedException("spool: its thread was interrupted, which it ignores"));
      }
    }
    waiting = false;
  }

  /** A task's failure is the task's; the frames of others go on. */
  private void runTask(SpoolTask task, SpoolStore store) {
    try {
      task.run(store);
    } catch (RuntimeException | InternalError e) {
      tell(e);
    }
  }

  private void tell(@Nullable Throwable failure) {
    if (!failureTold) {
      failureTold = true;
      LOG.log(System.Logger.Level.WARNING, "spool: a task failed (told once)", failure);
    }
  }
}
