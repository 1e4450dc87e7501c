package io.numetry.exporter.http;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FrameReceiver;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Delivers frames over OTLP/HTTP, one after the other in the order of their arrival, each until the
 * destination has accepted it or refused it for good.
 *
 * <pre>
 *             arrival           response: accepted, refused
 *   +------+ --------> +---------+ -----------------> next frame, or idle
 *   | idle |           | sending |
 *   +------+           +---------+ <----+ the wait is over
 *                           |           |
 *                           v later     |
 *                      +---------+      |
 *                      | waiting | -----+
 *                      +---------+
 * </pre>
 *
 * <p>Threads: {@link #send}, {@link #dropped}, {@link #flush} and {@link #close} are for any
 * thread; all else happens on the sender's own thread, the event loop.
 */
public final class OtlpHttpSender implements FrameReceiver, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OtlpHttpSender.class.getName());

  /** A destination that makes up ever new causes must not fill the memory. */
  private static final int MAX_LOGGED_CAUSES = 32;

  private final OtlpOptions options;
  private final SenderStatistics statistics = new SenderStatistics();
  private final EventLoop loop;
  private final HttpConnection connection;
  private final Backoff backoff;
  private final AtomicBoolean closing = new AtomicBoolean();

  // From here on, the event loop's.
  private final Queue<Frame> waiting = new ArrayDeque<>();
  private final Set<String> loggedCauses = new HashSet<>();
  private final List<FlushWaiter> flushWaiters = new ArrayList<>();
  private @Nullable SelfMetrics metrics;
  private @Nullable Future<?> retry;
  private @Nullable CompletableFuture<Thread> whenStopped;
  private boolean sending;
  private boolean unreachable;
  private long attemptNanoTime;
  private long arrived;
  private long settled;

  /** A thread that waits until as many frames are settled as had arrived when it came. */
  private record FlushWaiter(long target, CountDownLatch done) {}

  /**
   * @param name of the sender's thread
   * @param userAgent the request header
   * @param clock what dates in responses are compared with
   * @param random scatters the waits between attempts
   */
  public OtlpHttpSender(
      OtlpOptions options,
      String name,
      String userAgent,
      InstantSource clock,
      RandomGenerator random) {
    this.options = options;
    this.loop =
        // Not a group: a group's end is told on a thread that outlives it.
        new SingleThreadIoEventLoop(
            null, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    this.connection =
        new HttpConnection(
            loop,
            options,
            HttpConnection.requestHeaders(options, userAgent),
            new ResponseJudge(clock),
            statistics);
    this.backoff = new Backoff(options.retry(), random);
  }

  /**
   * Starts the sender's thread.
   *
   * @param openCore opens a core for the thread that calls it
   * @throws RuntimeException if the core cannot be opened
   */
  public void start(Supplier<TelemetryCore> openCore) {
    var started =
        CompletableFuture.runAsync(
            () -> metrics = new SelfMetrics(openCore.get(), statistics), loop);
    try {
      started.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("otlp sender: interrupted while starting", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("otlp sender: cannot start", e.getCause());
    }
  }

  public SenderStatistics statistics() {
    return statistics;
  }

  /**
   * Takes a finished frame over. Never blocks; allocates nothing but what the loop's queue does.
   */
  public void send(Frame frame) {
    try {
      loop.execute(frame);
    } catch (RejectedExecutionException e) {
      // Closed. No other thread works on frames any more.
      statistics.droppedPoints.addAndGet(frame.points());
      frame.release();
    }
  }

  /** Counts points that did not make it into a frame. */
  public void dropped(String cause, long points) {
    try {
      loop.execute(() -> drop(cause, "", points));
    } catch (RejectedExecutionException e) {
      statistics.droppedPoints.addAndGet(points);
    }
  }

  /**
   * Waits until every frame sent before is settled.
   *
   * @return false if the time ran out first
   */
  public boolean flush(long timeoutNanos) {
    var done = new CountDownLatch(1);
    try {
      loop.execute(() -> awaitSettled(done));
    } catch (RejectedExecutionException e) {
      return true; // closed, so everything is settled
    }
    boolean inTime;
    try {
      inTime = done.await(timeoutNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      inTime = false;
    }
    if (!inTime && !loop.isShuttingDown()) {
      loop.execute(() -> flushWaiters.removeIf(waiter -> waiter.done == done));
    }
    return inTime;
  }

  /** Drops what is undelivered, ends the thread. Returns when all of it is done. */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    var stopped = new CompletableFuture<Thread>();
    loop.execute(() -> stop(stopped));
    Thread thread = stopped.join();
    Future<?> shutDown = loop.shutdownGracefully(0, 0, TimeUnit.NANOSECONDS);
    joinUninterruptibly(thread);
    if (!shutDown.isSuccess()) {
      LOG.log(System.Logger.Level.WARNING, "otlp sender: shutdown failed", shutDown.cause());
    }
  }

  /** A frame arrives on the event loop. */
  @Override
  public void receive(Frame frame) {
    arrived++;
    waiting.add(frame);
    if (whenStopped != null) {
      dropAll();
      return;
    }
    started().waiting(waiting.size());
    if (!sending && retry == null) {
      sendNext();
    }
  }

  private void sendNext() {
    Frame frame = waiting.peek();
    if (frame == null) {
      return;
    }
    sending = true;
    started().attempt(frame.byteSize());
    attemptNanoTime = System.nanoTime();
    connection.exchange(frame, this::concluded);
  }

  private void concluded(Verdict verdict) {
    sending = false;
    SelfMetrics account = started();
    account.attempted(System.nanoTime() - attemptNanoTime);
    switch (verdict) {
      case Verdict.Accepted accepted -> {
        accept(accepted);
        reached();
        settle();
      }
      case Verdict.Refused refused -> {
        drop(refused.cause(), refused.message(), waiting.element().points());
        reached();
        settle();
      }
      case Verdict.Later later -> {
        if (whenStopped == null) {
          account.retry();
          later(later);
        }
      }
    }
    if (whenStopped != null) {
      finishStop(whenStopped);
    } else if (retry == null) {
      // Not directly: a chain of answers that come at once would grow the stack.
      loop.execute(this::sendNextIfIdle);
    }
  }

  private void sendNextIfIdle() {
    if (!sending && retry == null && whenStopped == null) {
      sendNext();
    }
  }

  private void accept(Verdict.Accepted accepted) {
    int points = waiting.element().points();
    long rejected = Math.min(accepted.rejectedPoints(), points);
    started().accepted(points - rejected, rejected);
    if (accepted.message() != null && isFirst("partial success")) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} took a request but rejected {1} of {2} points: {3} (told once)",
          options.endpoint(),
          rejected,
          points,
          accepted.message());
    }
  }

  private void drop(String cause, String message, long points) {
    started().dropped(points);
    if (isFirst(cause)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} points for {1} are dropped: {2}{3} (told once; further drops are counted)",
          points,
          options.endpoint(),
          cause,
          message.isEmpty() ? "" : ", " + message);
    }
  }

  private void later(Verdict.Later later) {
    long waitNanos = Math.max(backoff.nextNanos(), later.afterNanos());
    if (!unreachable) {
      unreachable = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} does not accept metrics for now: {1}; trying on, nothing is lost meanwhile",
          options.endpoint(),
          later.cause());
    }
    retry =
        loop.schedule(
            () -> {
              retry = null;
              sendNextIfIdle();
            },
            waitNanos,
            TimeUnit.NANOSECONDS);
  }

  private void reached() {
    backoff.reset();
    if (unreachable) {
      unreachable = false;
      LOG.log(System.Logger.Level.INFO, "{0} accepts metrics again", options.endpoint());
    }
  }

  /** The first frame is done with. */
  private void settle() {
    Frame frame = waiting.remove();
    settled++;
    frame.release();
    started().waiting(waiting.size());
    tellFlushWaiters();
  }

  private void awaitSettled(CountDownLatch done) {
    flushWaiters.add(new FlushWaiter(arrived, done));
    tellFlushWaiters();
  }

  private void tellFlushWaiters() {
    flushWaiters.removeIf(
        waiter -> {
          boolean over = settled >= waiter.target;
          if (over) {
            waiter.done.countDown();
          }
          return over;
        });
  }

  private void stop(CompletableFuture<Thread> stopped) {
    whenStopped = stopped;
    if (retry != null) {
      retry.cancel(false);
      retry = null;
    }
    connection.close();
    if (!sending) {
      finishStop(stopped);
    }
  }

  private void finishStop(CompletableFuture<Thread> stopped) {
    dropAll();
    if (metrics != null) {
      metrics.close();
    }
    stopped.complete(Thread.currentThread());
  }

  private void dropAll() {
    long points = 0;
    for (Frame frame : waiting) {
      points += frame.points();
    }
    if (points > 0) {
      drop("the exporter was closed", "", points);
    }
    while (!waiting.isEmpty()) {
      settle();
    }
  }

  private boolean isFirst(String cause) {
    return loggedCauses.size() < MAX_LOGGED_CAUSES && loggedCauses.add(cause);
  }

  private SelfMetrics started() {
    if (metrics == null) {
      throw new IllegalStateException("otlp sender: not started");
    }
    return metrics;
  }

  private static void joinUninterruptibly(Thread thread) {
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
}
