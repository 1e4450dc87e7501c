package io.numetry.exporter.net;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread for what blocks before a connection is made: looking names up, reading files. It is
 * there while it has work, and a moment longer.
 *
 * <p>Not Netty's resolver: that leaves a thread of its own behind.
 */
final class Resolver implements AutoCloseable {
  private static final long IDLE_SECONDS = 1;

  private final ThreadPoolExecutor thread;
  private volatile @Nullable Thread last;

  /**
   * @param name of the thread
   */
  Resolver(String name) {
    this(work -> new Thread(work, name));
  }

  Resolver(ThreadFactory threads) {
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread made = threads.newThread(work);
              made.setDaemon(true);
              last = made;
              return made;
            });
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * Does it on the thread; not at all if the resolver is closed.
   *
   * @throws OutOfMemoryError if the system has no thread for it
   */
  void execute(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      // Closed: nobody waits for it.
    }
  }

  /**
   * Ends the thread. It is gone when this returns, unless the system is looking up a name, which
   * nobody can interrupt; then it ends after that.
   */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      Thread ending = last;
      if (thread.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS) && ending != null) {
        ending.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
