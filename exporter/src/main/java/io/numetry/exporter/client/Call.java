package io.numetry.exporter.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.numetry.exporter.send.Cause;
import io.numetry.exporter.send.Verdict;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request and what becomes of it. It is over when it has a verdict, no connection tells more of
 * it, and nothing holds its memory.
 *
 * <p>Threads: the event loop alone.
 */
final class Call {
  /**
   * A destination may leave a request undone, and say so, or close a connection that was idle. That
   * is no failure, and not worth a wait or a warning; but it must not go on for ever.
   */
  private static final int MAX_REPEATS = 3;

  final HttpRequest request;
  final Judge judge;
  private final EventLoop loop;
  private final Consumer<Call> onOver;
  private final Consumer<Verdict> done;
  private @Nullable Future<?> timer;
  private @Nullable Connection connection;

  /** Where it was sent last: if anything holds its memory, then that. */
  private @Nullable Connection carrier;

  private @Nullable Verdict verdict;
  private String lost = "connection closed before the response";
  private boolean repeat;
  private int repeats;
  private int holds;
  private boolean begun;

  /**
   * @param onOver told each time it is over; decides whether it is repeated or finished
   */
  Call(
      HttpRequest request,
      Judge judge,
      EventLoop loop,
      Consumer<Call> onOver,
      Consumer<Verdict> done) {
    this.request = request;
    this.judge = judge;
    this.loop = loop;
    this.onOver = onOver;
    this.done = done;
  }

  /** Begins the time limit; zero is none. */
  void limit(Duration timeout, Runnable timedOut) {
    if (!timeout.isZero()) {
      timer = loop.schedule(timedOut, timeout.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** A connection begins with it. */
  void attached(Connection to) {
    connection = to;
    carrier = to;
    repeat = false;
    begun = true;
  }

  @Nullable Connection connection() {
    return connection;
  }

  @Nullable Connection carrier() {
    return carrier;
  }

  /** The body on its way; told to be held until Netty lets go of it. */
  ByteBuf lendBody() {
    holds++;
    return new LentBuffer(request.body().duplicate(), this::returned);
  }

  boolean isHeld() {
    return holds > 0;
  }

  boolean hasVerdict() {
    return verdict != null;
  }

  /** The first verdict counts. */
  void judged(Verdict first) {
    if (verdict == null) {
      verdict = first;
    }
  }

  /** Without a verdict it has failed for that reason. */
  void lost(String cause) {
    lost = cause;
  }

  /** The destination has done nothing with it: it may be sent again at once. */
  void unprocessed(String cause) {
    lost = cause;
    repeat = true;
  }

  /** The connection has no more to tell. */
  void detached() {
    connection = null;
    overIfSo();
  }

  /** Whether it is to be sent again, and may be. */
  boolean takesRepeat() {
    if (verdict == null && repeat && repeats < MAX_REPEATS) {
      repeats++;
      repeat = false;
      return true;
    }
    return false;
  }

  /** Tells the verdict. */
  void finish() {
    begun = false;
    if (timer != null) {
      timer.cancel(false);
    }
    done.accept(verdict == null ? new Verdict.Later(Cause.connection(lost), 0) : verdict);
  }

  private void returned() {
    holds--;
    if (connection == null) {
      // Not directly: Netty is amid something of its own.
      loop.execute(this::overIfSo);
    }
  }

  private void overIfSo() {
    if (begun && connection == null && holds == 0) {
      begun = false;
      onOver.accept(this);
    }
  }
}
