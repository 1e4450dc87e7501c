package io.numetry.exporter.send;

import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The frames that are not settled, and which of them is to be sent next.
 *
 * <p>Order. Receivers want each series' points in the order of their time. The frames of one
 * collection have no series in common, and nodes have none in common either; but each collection of
 * a node repeats the series of the one before. So a frame is sent beside others only if none of
 * them is of another collection of its node, and a node's collections follow each other. Among
 * nodes, and within a collection, the order is that of arrival.
 *
 * <p>This is where a frame waits while the destination is away.
 *
 * <p>Threads: the event loop alone.
 */
final class FrameQueue {
  private final Map<FramePool, Lane> lanes = new HashMap<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private long arrivals;
  private int size;

  /** A frame and what is known of its delivery. */
  static final class Entry {
    final Frame frame;
    final long arrivalUnixNano = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    private final long arrival;
    private boolean attempted;
    private long begunNanoTime;

    private Entry(Frame frame, long arrival) {
      this.frame = frame;
      this.arrival = arrival;
    }

    /** An attempt to send it begins. */
    void attempt() {
      if (!attempted) {
        attempted = true;
        begunNanoTime = System.nanoTime();
      }
    }

    boolean isAttempted() {
      return attempted;
    }

    /** When the first attempt began. */
    long begunNanoTime() {
      return begunNanoTime;
    }
  }

  /** The frames of a node. */
  private static final class Lane {
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final List<Entry> inFlight = new ArrayList<>();

    private boolean hasNext() {
      return !waiting.isEmpty()
          && (inFlight.isEmpty()
              || inFlight.getFirst().frame.collection() == waiting.element().frame.collection());
    }
  }

  /** Somebody who waits until all frames that had arrived when he came are settled. */
  private static final class Waiter {
    private final long lastArrival;
    private final Runnable done;
    private long unsettled;

    private Waiter(long lastArrival, long unsettled, Runnable done) {
      this.lastArrival = lastArrival;
      this.unsettled = unsettled;
      this.done = done;
    }
  }

  void add(Frame frame) {
    lanes
        .computeIfAbsent(frame.pool(), pool -> new Lane())
        .waiting
        .add(new Entry(frame, ++arrivals));
    size++;
  }

  /** Takes the frame that is to be sent next; null if there is none that may be. */
  @Nullable Entry next() {
    @Nullable Lane first = null;
    for (Lane lane : lanes.values()) {
      if (lane.hasNext()
          && (first == null || lane.waiting.element().arrival < first.waiting.element().arrival)) {
        first = lane;
      }
    }
    if (first == null) {
      return null;
    }
    Entry entry = first.waiting.remove();
    first.inFlight.add(entry);
    return entry;
  }

  /** A frame that was sent is to be sent again, before all others of its node. */
  void putBack(Entry entry) {
    Lane lane = laneOf(entry);
    lane.inFlight.remove(entry);
    lane.waiting.addFirst(entry);
  }

  /** A frame that was sent is done with; it is released. */
  void settle(Entry entry) {
    Lane lane = laneOf(entry);
    lane.inFlight.remove(entry);
    if (lane.inFlight.isEmpty() && lane.waiting.isEmpty()) {
      lanes.remove(entry.frame.pool());
    }
    settled(entry);
  }

  /** Settles all that wait. */
  void settleWaiting() {
    List<Entry> waiting = new ArrayList<>();
    for (Iterator<Lane> each = lanes.values().iterator(); each.hasNext(); ) {
      Lane lane = each.next();
      waiting.addAll(lane.waiting);
      lane.waiting.clear();
      if (lane.inFlight.isEmpty()) {
        each.remove();
      }
    }
    waiting.forEach(this::settled);
  }

  /** Points in the frames that wait; those on their way are not among them. */
  long waitingPoints() {
    long points = 0;
    for (Lane lane : lanes.values()) {
      for (Entry entry : lane.waiting) {
        points += entry.frame.points();
      }
    }
    return points;
  }

  /** Visits the frames that wait; those on their way are not among them. */
  void forEachWaiting(Consumer<Entry> visitor) {
    lanes.values().forEach(lane -> lane.waiting.forEach(visitor));
  }

  /** Frames that are not settled. */
  int size() {
    return size;
  }

  /** Runs something once all frames that have arrived so far are settled; maybe at once. */
  void whenSettled(Runnable done) {
    if (size == 0) {
      done.run();
    } else {
      waiters.add(new Waiter(arrivals, size, done));
    }
  }

  /** Forgets what {@link #whenSettled} was given. */
  void forget(Runnable done) {
    waiters.removeIf(waiter -> waiter.done == done);
  }

  private void settled(Entry entry) {
    size--;
    entry.frame.release();
    waiters.removeIf(
        waiter -> {
          if (entry.arrival <= waiter.lastArrival) {
            waiter.unsettled--;
          }
          if (waiter.unsettled > 0) {
            return false;
          }
          waiter.done.run();
          return true;
        });
  }

  private Lane laneOf(Entry entry) {
    Lane lane = lanes.get(entry.frame.pool());
    if (lane == null || !lane.inFlight.contains(entry)) {
      throw new IllegalStateException("frame queue: the frame is not on its way");
    }
    return lane;
  }
}
