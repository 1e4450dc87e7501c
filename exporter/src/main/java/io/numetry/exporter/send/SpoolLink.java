package io.numetry.exporter.send;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.send.FrameQueue.Entry;
import io.numetry.exporter.spool.AppendResult;
import io.numetry.exporter.spool.ReplayOrder;
import io.numetry.exporter.spool.Spool;
import io.numetry.exporter.spool.SpoolOptions;
import io.numetry.exporter.spool.SpoolStore;
import io.numetry.exporter.spool.SpoolTask;
import io.numetry.exporter.spool.SpooledFrame;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The event loop's end of the spool: hands frames to its thread one at a time, in their order, and
 * has the oldest spooled one brought back.
 *
 * <pre>
 *              append                      peek
 *   frames ------------> spool's thread ------------> held --> sent
 *     ^                    |                            |
 *     +--- not stored -----+ <---- acknowledge ---------+
 *                            <---- give back -----------+
 * </pre>
 *
 * <p>One append at a time: were one refused and the next one taken, a series' points would change
 * their order.
 *
 * <p>Threads: the event loop alone; the tasks run on the spool's thread and come back to the loop.
 */
final class SpoolLink {
  private static final long RETRY_APPEND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Spool spool;
  private final SpoolOptions options;
  private final EventLoop loop;
  private final Listener listener;
  private final ReplayRate rate;
  private final Append append = new Append();
  private final Peek peek = new Peek();

  private boolean replaying;
  private @Nullable Entry appending;
  private boolean peeking;
  private @Nullable ReplayedFrame oldest;
  private boolean held;
  private boolean sending;
  private long appendAgainNanoTime;
  private boolean appendRefused;
  private boolean broken;
  private boolean stopped;
  private @Nullable Future<?> alarm;
  private long alarmNanoTime;

  /** Hears of what has come back from the spool's thread. On the event loop. */
  interface Listener {
    /** The frame is in the spool. */
    void spooled(Entry entry);

    /** The frame is not in the spool: it waits again. */
    void notSpooled(Entry entry);

    /** Something may go on that could not before. */
    void proceed();
  }

  SpoolLink(Spool spool, SpoolOptions options, EventLoop loop, Listener listener) {
    this.spool = spool;
    this.options = options;
    this.loop = loop;
    this.listener = listener;
    this.rate = new ReplayRate(options.replayBytesPerSecond(), System.nanoTime());
    this.replaying = spool.statistics().records() > 0;
  }

  /** Whether frames that wait are to go into the spool, and not to the destination. */
  boolean takesFrames(boolean away, long awayNanos) {
    if (broken) {
      return false;
    }
    boolean tooLong = away && awayNanos >= options.after().toNanos();
    return tooLong || (replaying && options.replayOrder() == ReplayOrder.IN_ORDER);
  }

  /** Whether a frame may be handed over now. */
  boolean mayAppend() {
    if (broken || appending != null) {
      return false;
    }
    return !appendRefused || stopped || System.nanoTime() - appendAgainNanoTime >= 0;
  }

  boolean isAppending() {
    return appending != null;
  }

  /** Hands a frame over; the listener is told what has become of it. */
  void append(Entry entry) {
    appending = entry;
    if (!spool.execute(append)) {
      broken = true;
      replaying = false;
      appended(AppendResult.FAILED);
    }
  }

  /**
   * A frame out of the spool that is to be sent now; {@link #settled} or {@link #failed} ends that.
   * Null if there is none now; the listener hears when there may be one.
   */
  @Nullable ReplayedFrame next() {
    if (!replaying || sending) {
      return null;
    }
    if (!held || oldest == null) {
      look();
      return null;
    }
    long waitNanos = rate.waitNanos(System.nanoTime());
    if (waitNanos > 0) {
      wakeAfter(waitNanos);
      return null;
    }
    rate.sent(oldest.byteSize());
    sending = true;
    return oldest;
  }

  /** The frame that was sent has arrived, or was refused for good. */
  void settled() {
    sending = false;
    held = false;
    execute(SpoolStore::acknowledge);
  }

  /** The frame that was sent has not arrived. */
  void failed() {
    sending = false;
    pause();
  }

  /** No frame will be sent for a while: the spool may do with the oldest one as it has to. */
  void pause() {
    if (held && !sending) {
      held = false;
      execute(SpoolStore::giveBack);
    }
  }

  /** Nothing is asked of the spool any more but appends. */
  void stop() {
    silence();
    stopped = true;
    pause();
    replaying = false;
  }

  private void look() {
    if (!peeking) {
      peeking = true;
      if (!spool.execute(peek)) {
        peeking = false;
        broken = true;
        replaying = false;
      }
    }
  }

  private void looked(@Nullable SpooledFrame found) {
    peeking = false;
    if (found != null) {
      if (oldest == null) {
        oldest = new ReplayedFrame(found); // the store has one object for all its frames
      }
      held = true;
      if (stopped) {
        pause();
      }
    } else if (appending == null) {
      // All appends that had been handed over before the look are seen by it.
      replaying = false;
    }
    listener.proceed();
  }

  private void appended(AppendResult result) {
    Entry entry = appending;
    if (entry == null) {
      throw new IllegalStateException("spool link: nothing was handed over");
    }
    appending = null;
    appendRefused = result != AppendResult.STORED;
    if (appendRefused) {
      if (!stopped) {
        appendAgainNanoTime = System.nanoTime() + RETRY_APPEND_NANOS;
        wakeAfter(RETRY_APPEND_NANOS);
      }
      listener.notSpooled(entry);
    } else {
      replaying = !stopped;
      if (options.replayOrder() == ReplayOrder.IN_ORDER) {
        // Else a spool that grows faster than the limit would never be emptied.
        rate.grant(2L * entry.frame.byteSize());
      }
      listener.spooled(entry);
    }
    listener.proceed();
  }

  /** The listener hears after so long, or before. */
  private void wakeAfter(long nanos) {
    long at = System.nanoTime() + nanos;
    if (alarm != null && alarmNanoTime - at <= 0) {
      return;
    }
    silence();
    alarmNanoTime = at;
    alarm =
        loop.schedule(
            () -> {
              alarm = null;
              listener.proceed();
            },
            nanos,
            TimeUnit.NANOSECONDS);
  }

  private void silence() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  private void execute(SpoolTask task) {
    if (!spool.execute(task)) {
      broken = true;
      replaying = false;
    }
  }

  private void onLoop(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      // The loop ends after all appends have come back; a frame that was peeked at stays.
    }
  }

  /** Appends the frame that is being handed over. */
  private final class Append implements SpoolTask {
    @Override
    public void run(SpoolStore store) {
      Entry entry = appending;
      AppendResult result = AppendResult.FAILED;
      try {
        if (entry != null) {
          Frame frame = entry.frame;
          result =
              store.append(
                  frame.end() - frame.byteSize(),
                  frame.byteSize(),
                  frame.points(),
                  entry.arrivalUnixNano,
                  0);
        }
      } finally {
        AppendResult told = result;
        onLoop(() -> appended(told));
      }
    }
  }

  /** Looks at the oldest frame. */
  private final class Peek implements SpoolTask {
    @Override
    public void run(SpoolStore store) {
      SpooledFrame peeked = null;
      try {
        peeked = store.peek();
      } finally {
        SpooledFrame found = peeked;
        onLoop(() -> looked(found));
      }
    }
  }
}
