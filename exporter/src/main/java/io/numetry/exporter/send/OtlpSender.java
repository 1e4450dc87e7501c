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
import io.numetry.exporter.spool.Spool;
import io.numetry.exporter.spool.SpoolException;
import io.numetry.exporter.spool.SpoolOptions;
import io.numetry.exporter.spool.SpoolStatistics;
import io.numetry.health.ExporterHealth;
import io.numetry.self.ExportError;
import java.util.Optional;
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
 * The sender's thread, and how others get at it: what it does with frames is {@link Delivery}'s.
 *
 * <p>Threads: {@link #send}, {@link #dropped}, {@link #flush} and {@link #close} are for any
 * thread; all else happens on the sender's own thread, the event loop.
 */
public final class OtlpSender implements FrameReceiver, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OtlpSender.class.getName());

  private final OtlpOptions options;
  private final String name;
  private final SenderStatistics statistics = new SenderStatistics();
  private final DeliveryHealth health = new DeliveryHealth();
  private final EventLoop loop;
  private final Delivery delivery;
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile @Nullable Spool spool;

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
    this.name = name;
    this.loop =
        // Not a group: a group's end is told on a thread that outlives it.
        new SingleThreadIoEventLoop(
            null, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    this.delivery = opened(transports, random);
  }

  /** A transport that refuses its options leaves nothing behind. */
  private Delivery opened(TransportFactory transports, RandomGenerator random) {
    try {
      return new Delivery(options, loop, transports, new Backoff(options.retry(), random), health);
    } catch (RuntimeException refused) {
      Thread thread = CompletableFuture.supplyAsync(Thread::currentThread, loop).join();
      endLoop(thread);
      throw refused;
    }
  }

  /**
   * Starts the sender's thread, and opens the spool, if there is to be one; it waits until the
   * spool has been read.
   *
   * @param openCore opens a core for the thread that calls it
   * @param identity what its metrics of itself are told from others' by
   * @throws RuntimeException if the core cannot be opened
   */
  public void start(Supplier<TelemetryCore> openCore, SenderIdentity identity) {
    var started = CompletableFuture.runAsync(() -> startOnLoop(openCore, identity), loop);
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

  /** The spool's thread starts here, so that it inherits the CPUs that this one was given. */
  private void startOnLoop(Supplier<TelemetryCore> openCore, SenderIdentity identity) {
    TelemetryCore core = openCore.get();
    SpoolOptions asked = options.spool();
    Spool opened = asked == null ? null : openSpool(asked);
    spool = opened;
    delivery.start(
        new SelfMetrics(core, identity, statistics, opened == null ? null : opened.statistics()),
        asked == null || opened == null ? null : new SpoolLink(opened, asked, loop, delivery));
  }

  /** Without a spool, telemetry goes on as if none had been asked for. */
  private @Nullable Spool openSpool(SpoolOptions asked) {
    try {
      return Spool.open(asked, name + "-spool");
    } catch (SpoolException e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage());
      return null;
    }
  }

  public SenderStatistics statistics() {
    return statistics;
  }

  /** What is in the spool; empty if there is none. */
  public Optional<SpoolStatistics> spoolStatistics() {
    return Optional.ofNullable(spool).map(Spool::statistics);
  }

  /**
   * How delivery is; any thread.
   *
   * @param exporter what it is called there
   */
  public ExporterHealth health(String exporter) {
    return health.at(exporter, statistics, spoolStatistics());
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
  public void dropped(ExportError error, String cause, long points) {
    statistics.handedOverPoints.addAndGet(points);
    try {
      loop.execute(() -> delivery.drop(Cause.of(error, cause), "", points));
    } catch (RejectedExecutionException e) {
      droppedLate(points);
    }
  }

  private void droppedLate(long points) {
    statistics.failed(Delivery.CLOSED.error(), points);
    health.dropped(Delivery.CLOSED.text());
  }

  /**
   * Waits until every frame sent before is settled, or lies in the spool.
   *
   * @return false if the time ran out first
   */
  public boolean flush(long timeoutNanos) {
    var done = new CountDownLatch(1);
    Runnable settled = done::countDown;
    try {
      loop.execute(() -> delivery.whenSettled(settled));
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
      loop.execute(() -> delivery.forget(settled));
    }
    return inTime;
  }

  /**
   * Puts what is undelivered into the spool, or drops it; ends the thread. Returns when all of it
   * is done.
   */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    var stopped = new CompletableFuture<Thread>();
    loop.execute(() -> delivery.stop(stopped));
    Thread thread = stopped.join();
    endLoop(thread);
    Spool opened = spool;
    if (opened != null) {
      opened.close();
    }
  }

  /** A frame arrives on the event loop. */
  @Override
  public void receive(Frame frame) {
    delivery.receive(frame);
  }

  /** Returns when the loop's thread is gone. */
  private void endLoop(Thread thread) {
    Future<?> shutDown = loop.shutdownGracefully(0, 0, TimeUnit.NANOSECONDS);
    joinUninterruptibly(thread);
    if (!shutDown.isSuccess()) {
      LOG.log(System.Logger.Level.WARNING, "otlp sender: shutdown failed", shutDown.cause());
    }
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
