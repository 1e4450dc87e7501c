package io.numetry.exporter.send;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.send.FrameQueue.Entry;
import io.numetry.exporter.send.OtlpSender.TransportFactory;
import io.numetry.self.ExportError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
 * <p>Where there is a spool, frames that wait go there once the destination has been away for long,
 * and the oldest one of it is what is tried.
 *
 * <p>Threads: the event loop alone.
 */
final class Delivery implements SpoolLink.Listener {
  /** Why points are dropped that are undelivered at the end. */
  static final Cause CLOSED = Cause.of(ExportError.SHUTDOWN, "the exporter was closed");

  private final OtlpOptions options;
  private final EventLoop loop;
  private final Transport transport;
  private final Backoff backoff;
  private final DeliveryLog deliveries;
  private final DeliveryHealth health;
  private final FrameQueue frames = new FrameQueue();
  private @Nullable SelfMetrics metrics;
  private @Nullable SpoolLink spool;
  private @Nullable Future<?> retry;
  private long retryNanoTime;
  private long awaySinceNanoTime;
  private @Nullable CompletableFuture<Thread> whenStopped;
  private int inFlight;
  private boolean replayedLast;
  private boolean hurried;

  Delivery(
      OtlpOptions options,
      EventLoop loop,
      TransportFactory transports,
      Backoff backoff,
      DeliveryHealth health) {
    this.options = options;
    this.loop = loop;
    this.transport = transports.open(loop, new Account());
    this.backoff = backoff;
    this.deliveries = new DeliveryLog(options.endpoint(), health);
    this.health = health;
  }

  void start(SelfMetrics selfMetrics, @Nullable SpoolLink spoolLink) {
    metrics = selfMetrics;
    spool = spoolLink;
    proceed();
  }

  void receive(Frame frame) {
    frames.add(frame);
    started().arrived(frame.encodeNanos(), frames.size());
    if (whenStopped == null) {
      proceed();
    } else if (inFlight == 0) {
      finishStop(whenStopped);
    }
  }

  void drop(Cause cause, String message, long points) {
    started().failed(cause.error(), points);
    deliveries.dropped(cause.text(), message, points);
  }

  /** Somebody waits for it: what cannot be sent goes into the spool without waiting for long. */
  void whenSettled(Runnable settled) {
    frames.whenSettled(settled);
    if (frames.size() > 0) {
      hurried = true;
      proceed();
    }
  }

  void forget(Runnable settled) {
    frames.forget(settled);
  }

  /** Sends, and puts into the spool, what may be now. */
  @Override
  public void proceed() {
    if (whenStopped != null) {
      if (inFlight == 0) {
        finishStop(whenStopped);
      }
      return;
    }
    if (spool != null) {
      started().publish(); // what its thread has counted
    }
    putOneAside();
    while (retry == null && inFlight < limit()) {
      if (!sendOne()) {
        return;
      }
    }
  }

  private int limit() {
    return deliveries.isUnreachable() ? 1 : options.maxInFlight();
  }

  /** Of new frames and those of the spool, where both may be sent, each is sent in turn. */
  private boolean sendOne() {
    return replayedLast ? sendNew() || replay() : replay() || sendNew();
  }

  private boolean sendNew() {
    if (spoolTakesFrames()) {
      return false;
    }
    Entry next = frames.next();
    if (next == null) {
      return false;
    }
    replayedLast = false;
    next.attempt();
    exchange(next.frame, verdict -> concluded(next, verdict));
    return true;
  }

  private boolean replay() {
    SpoolLink link = spool;
    ReplayedFrame next = link == null ? null : link.next();
    if (link == null || next == null) {
      return false;
    }
    replayedLast = true;
    next.attempt();
    exchange(next, verdict -> replayed(link, next, verdict));
    return true;
  }

  private void exchange(Payload payload, Consumer<Verdict> done) {
    inFlight++;
    started().attempt(payload.byteSize());
    var attempt = new Attempt(done);
    try {
      transport.exchange(payload, attempt);
    } catch (RuntimeException | Error e) {
      // A mistake of ours, or no memory: the frame waits like after any failure, and closing does
      // not wait for it.
      attempt.accept(
          new Verdict.Later(Cause.of(ExportError.OTHER, "the request could not be made: " + e), 0));
    }
  }

  private void concluded(Entry entry, Verdict verdict) {
    if (isFinal(verdict, entry.frame.points(), entry.begunNanoTime())) {
      settle(entry);
    } else {
      frames.putBack(entry);
    }
  }

  private void replayed(SpoolLink link, ReplayedFrame frame, Verdict verdict) {
    if (isFinal(verdict, frame.points(), frame.begunNanoTime())) {
      link.settled();
    } else {
      link.failed();
    }
  }

  /** Takes a verdict into the account; false if the frame is to be sent again. */
  private boolean isFinal(Verdict verdict, int points, long begunNanoTime) {
    switch (verdict) {
      case Verdict.Accepted accepted -> {
        accept(points, accepted, begunNanoTime);
        reached();
        return true;
      }
      case Verdict.Refused refused -> {
        Cause cause = refused.cause();
        started().concluded(begunNanoTime, cause);
        drop(cause, refused.message(), points);
        reached();
        return true;
      }
      case Verdict.Later later -> later(later.cause(), () -> backoff.nextNanos(later.afterNanos()));
      case Verdict.Throttled throttled ->
          later(throttled.cause(), () -> backoff.nextThrottledNanos(throttled.delayNanos()));
    }
    return false;
  }

  private void accept(int points, Verdict.Accepted accepted, long begunNanoTime) {
    long rejected = Math.min(accepted.rejectedPoints(), points);
    started().accepted(begunNanoTime, points - rejected, rejected, accepted.status());
    health.accepted();
    if (accepted.message() != null) {
      deliveries.partial(rejected, points, accepted.message());
    } else if (rejected > 0) {
      deliveries.partial(rejected, points, "it does not say why");
    }
  }

  private void later(Cause cause, Supplier<Long> nextWaitNanos) {
    if (whenStopped != null) {
      return;
    }
    if (!deliveries.isUnreachable()) {
      awaySinceNanoTime = System.nanoTime();
    }
    started().retry(cause.error());
    deliveries.unreachable(cause.text());
    long until = System.nanoTime() + nextWaitNanos.get();
    if (retry != null) {
      // Several were on their way. The longest wait holds.
      if (until - retryNanoTime <= 0) {
        return;
      }
      retry.cancel(false);
    }
    if (spool != null) {
      spool.pause();
    }
    retryNanoTime = until;
    retry =
        loop.schedule(
            () -> {
              retry = null;
              proceed();
            },
            until - System.nanoTime(),
            TimeUnit.NANOSECONDS);
  }

  private void reached() {
    hurried = false;
    backoff.reset();
    deliveries.reached();
  }

  private void settle(Entry entry) {
    started().waiting(frames.size() - 1); // before whoever waits for it is told
    frames.settle(entry);
  }

  private boolean spoolTakesFrames() {
    return spool != null
        && spool.takesFrames(
            deliveries.isUnreachable(),
            hurried ? Long.MAX_VALUE : System.nanoTime() - awaySinceNanoTime);
  }

  /** Hands the oldest waiting frame to the spool, if it is to be there and the spool is free. */
  private void putOneAside() {
    SpoolLink link = spool;
    if (link == null || !link.mayAppend() || (whenStopped == null && !spoolTakesFrames())) {
      return;
    }
    Entry next = frames.next();
    if (next != null) {
      link.append(next);
    }
  }

  @Override
  public void spooled(Entry entry) {
    started().spooled(entry.frame.points());
    settle(entry);
  }

  @Override
  public void notSpooled(Entry entry) {
    if (whenStopped == null) {
      frames.putBack(entry);
    } else {
      started().abandoned(entry);
      drop(CLOSED, "", entry.frame.points());
      settle(entry);
    }
  }

  void stop(CompletableFuture<Thread> stopped) {
    health.closed();
    whenStopped = stopped;
    if (retry != null) {
      retry.cancel(false);
      retry = null;
    }
    if (spool != null) {
      spool.stop();
    }
    transport.close();
    if (inFlight == 0) {
      finishStop(stopped);
    }
  }

  /** What is not delivered goes into the spool; what the spool does not take is dropped. */
  private void finishStop(CompletableFuture<Thread> stopped) {
    if (!stopped.isDone()) {
      putOneAside();
      if (spool != null && spool.isAppending()) {
        return; // and comes back to here
      }
    }
    dropWaiting();
    if (!stopped.isDone()) {
      if (metrics != null) {
        metrics.close();
      }
      stopped.complete(Thread.currentThread());
    }
  }

  private void dropWaiting() {
    long points = frames.waitingPoints();
    if (points > 0) {
      frames.forEachWaiting(started()::abandoned);
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

  /** One exchange; the first verdict counts. */
  private final class Attempt implements Consumer<Verdict> {
    private final Consumer<Verdict> done;
    private boolean over;

    Attempt(Consumer<Verdict> done) {
      this.done = done;
    }

    @Override
    public void accept(Verdict verdict) {
      if (over) {
        return;
      }
      over = true;
      inFlight--;
      done.accept(verdict);
      // Not directly: a chain of answers that come at once would grow the stack.
      loop.execute(Delivery.this::proceed);
    }
  }

  /** Takes what the transport tells into the account. */
  private final class Account implements TransportListener {
    @Override
    public void connected() {
      started().connected();
    }

    @Override
    public void bodySent(long bytes) {
      started().bodySent(bytes);
    }
  }
}
