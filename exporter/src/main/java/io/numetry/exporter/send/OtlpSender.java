package io.numetry.exporter.send;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.numetry.core.TelemetryCore;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FrameReceiver;
import io.numetry.exporter.send.FrameQueue.Entry;
import io.numetry.health.ExporterHealth;
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
 * Delivers frames, each until the destination has accepted it or refused it for good. As many are
 * on their way at a time as {@link OtlpOptions#maxInFlight} allows, in an order that {@link
 * FrameQueue} keeps.
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
 * <p>A wait is the destination's: while it lasts no frame is sent, and then one alone, until one
 * gets through.
 *
 * <p>Threads: {@link #send}, {@link #dropped}, {@link #flush} and {@link #close} are for any
 * thread; all else happens on the sender's own thread, the event loop.
 */
public final class OtlpSender implements FrameReceiver, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OtlpSender.class.getName());

  /** Why points are dropped that are undelivered at the end. */
  private static final String CLOSED = "the exporter was closed";

  private final OtlpOptions options;
  private final SenderStatistics statistics = new SenderStatistics();
  private final EventLoop loop;
  private final Transport transport;
  private final Backoff backoff;
  private final DeliveryHealth health = new DeliveryHealth();
  private final DeliveryLog deliveries;
  private final AtomicBoolean closing = new AtomicBoolean();

  // From here on, the event loop's.
  private final FrameQueue frames = new FrameQueue();
  private @Nullable SelfMetrics metrics;
  private @Nullable Future<?> retry;
  private long retryNanoTime;
  private @Nullable CompletableFuture<Thread> whenStopped;
  private int inFlight;

  /** Makes the transport of a sender. */
  @FunctionalInterface
  public interface TransportFactory {

    /** Makes it; all that it does happens on the loop. */
    Transport open(EventLoop loop, TransportListener listener);
  }

  /**
   * @param name of the sender's thread
   * @param random scatters the waits between attempts
   */
  public OtlpSender(
      OtlpOptions options, String name, TransportFactory transports, RandomGenerator random) {
    this.options = options;
    this.loop =
        // Not a group: a group's end is told on a thread that outlives it.
        new SingleThreadIoEventLoop(
            null, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    this.transport = opened(transports);
    this.backoff = new Backoff(options.retry(), random);
    this.deliveries = new DeliveryLog(options.endpoint(), health);
  }

  /** A transport that refuses its options leaves nothing behind. */
  private Transport opened(TransportFactory transports) {
    try {
      return transports.open(loop, new Account());
    } catch (RuntimeException refused) {
      loop.shutdownGracefully(0, 0, TimeUnit.NANOSECONDS).awaitUninterruptibly();
      throw refused;
    }
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
   * How delivery is; any thread.
   *
   * @param exporter what it is called there
   */
  public ExporterHealth health(String exporter) {
    return health.at(exporter, statistics);
  }

  /**
   * Takes a finished frame over. Never blocks; allocates nothing but what the loop's queue does.
   */
  public void send(Frame frame) {
    statistics.handedOverPoints.addAndGet(frame.points());
    try {
      loop.execute(frame);
    } catch (RejectedExecutionException e) {
      // Closed. No other thread works on frames any more.
      droppedLate(frame.points());
      frame.release();
    }
  }

  /** Counts points that did not make it into a frame. */
  public void dropped(String cause, long points) {
    statistics.handedOverPoints.addAndGet(points);
    try {
      loop.execute(() -> drop(cause, "", points));
    } catch (RejectedExecutionException e) {
      droppedLate(points);
    }
  }

  private void droppedLate(long points) {
    statistics.droppedPoints.addAndGet(points);
    health.dropped(CLOSED, points);
  }

  /**
   * Waits until every frame sent before is settled.
   *
   * @return false if the time ran out first
   */
  public boolean flush(long timeoutNanos) {
    var done = new CountDownLatch(1);
    Runnable settled = done::countDown;
    try {
      loop.execute(() -> frames.whenSettled(settled));
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
      loop.execute(() -> frames.forget(settled));
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
    health.closed();
    if (!shutDown.isSuccess()) {
      LOG.log(System.Logger.Level.WARNING, "otlp sender: shutdown failed", shutDown.cause());
    }
  }

  /** A frame arrives on the event loop. */
  @Override
  public void receive(Frame frame) {
    frames.add(frame);
    if (whenStopped != null) {
      dropWaiting();
      return;
    }
    started().waiting(frames.size());
    sendWhatMayBeSent();
  }

  private void sendWhatMayBeSent() {
    while (retry == null && whenStopped == null && inFlight < limit()) {
      Entry next = frames.next();
      if (next == null) {
        return;
      }
      inFlight++;
      started().attempt();
      next.attemptNanoTime = System.nanoTime();
      transport.exchange(next.frame, verdict -> concluded(next, verdict));
    }
  }

  private int limit() {
    return deliveries.isUnreachable() ? 1 : options.maxInFlight();
  }

  private void concluded(Entry entry, Verdict verdict) {
    inFlight--;
    SelfMetrics account = started();
    account.attempted(System.nanoTime() - entry.attemptNanoTime);
    switch (verdict) {
      case Verdict.Accepted accepted -> {
        accept(entry.frame, accepted);
        reached();
        settle(entry);
      }
      case Verdict.Refused refused -> {
        drop(refused.cause(), refused.message(), entry.frame.points());
        reached();
        settle(entry);
      }
      case Verdict.Later later ->
          later(entry, later.cause(), () -> backoff.nextNanos(later.afterNanos()));
      case Verdict.Throttled throttled ->
          later(entry, throttled.cause(), () -> backoff.nextThrottledNanos(throttled.delayNanos()));
    }
    if (whenStopped == null) {
      // Not directly: a chain of answers that come at once would grow the stack.
      loop.execute(this::sendWhatMayBeSent);
    } else if (inFlight == 0) {
      finishStop(whenStopped);
    }
  }

  private void accept(Frame frame, Verdict.Accepted accepted) {
    int points = frame.points();
    long rejected = Math.min(accepted.rejectedPoints(), points);
    started().accepted(points - rejected, rejected);
    health.accepted();
    if (accepted.message() != null) {
      deliveries.partial(rejected, points, accepted.message());
    } else if (rejected > 0) {
      deliveries.partial(rejected, points, "it does not say why");
    }
  }

  private void drop(String cause, String message, long points) {
    started().dropped(points);
    deliveries.dropped(cause, message, points);
  }

  private void later(Entry entry, String cause, Supplier<Long> nextWaitNanos) {
    frames.putBack(entry);
    if (whenStopped != null) {
      return;
    }
    started().retry();
    deliveries.unreachable(cause);
    long until = System.nanoTime() + nextWaitNanos.get();
    if (retry != null) {
      // Several were on their way. The longest wait holds.
      if (until - retryNanoTime <= 0) {
        return;
      }
      retry.cancel(false);
    }
    retryNanoTime = until;
    retry =
        loop.schedule(
            () -> {
              retry = null;
              sendWhatMayBeSent();
            },
            until - System.nanoTime(),
            TimeUnit.NANOSECONDS);
  }

  private void reached() {
    backoff.reset();
    deliveries.reached();
  }

  private void settle(Entry entry) {
    frames.settle(entry);
    started().waiting(frames.size());
  }

  private void stop(CompletableFuture<Thread> stopped) {
    whenStopped = stopped;
    if (retry != null) {
      retry.cancel(false);
      retry = null;
    }
    transport.close();
    if (inFlight == 0 && !stopped.isDone()) {
      finishStop(stopped);
    }
  }

  private void finishStop(CompletableFuture<Thread> stopped) {
    dropWaiting();
    if (metrics != null) {
      metrics.close();
    }
    stopped.complete(Thread.currentThread());
  }

  private void dropWaiting() {
    long points = frames.waitingPoints();
    if (points > 0) {
      drop(CLOSED, "", points);
    }
    frames.settleWaiting();
    if (metrics != null) {
      metrics.waiting(frames.size());
    }
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

  /** Takes what the transport tells into the account. */
  private final class Account implements TransportListener {
    @Override
    public void connected() {
      statistics.connections.incrementAndGet();
    }

    @Override
    public void bodySent(long bytes) {
      started().bodySent(bytes);
    }
  }
}
