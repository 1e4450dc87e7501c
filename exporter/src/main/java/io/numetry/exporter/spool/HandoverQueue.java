package io.numetry.exporter.spool;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue from many threads to one, without locks and without allocation. Once closed it
 * takes nothing more, and what it took before comes out.
 *
 * <pre>
 *  write                             pairs with
 *  tail: compare-and-set             a producer's own and others' get: one place, one producer
 *  slot: setRelease (offer)          slot: getAcquire (poll): the item's content
 *  slot: setRelease null (poll)      head: setRelease after it
 *  head: setRelease (poll)           head: getAcquire (offer): the place is empty again
 * </pre>
 */
final class HandoverQueue<T> {
  private static final long CLOSED = Long.MIN_VALUE;

  private final AtomicReferenceArray<@Nullable T> slots;
  private final int mask;
  private final AtomicLong tail = new AtomicLong();
  private final AtomicLong head = new AtomicLong();

  /**
   * @param capacity a power of two
   */
  HandoverQueue(int capacity) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException(
          "hand-over queue: capacity=" + capacity + ", write a power of two");
    }
    slots = new AtomicReferenceArray<>(capacity);
    mask = capacity - 1;
  }

  /** Any thread. False if it is full or closed: the item was not taken. */
  boolean offer(T item) {
    while (true) {
      long at = tail.get();
      if (at < 0 || at - head.getAcquire() > mask) {
        return false;
      }
      if (tail.compareAndSet(at, at + 1)) {
        slots.setRelease((int) at & mask, item);
        return true;
      }
    }
  }

  /** One thread. Null if there is nothing, or if the next item is just being put. */
  @Nullable T poll() {
    long at = head.getPlain();
    int slot = (int) at & mask;
    T item = slots.getAcquire(slot);
    if (item != null) {
      slots.setRelease(slot, null);
      head.setRelease(at + 1);
    }
    return item;
  }

  /** The polling thread. Whether nothing is there and nothing is being put. */
  boolean isEmpty() {
    return (tail.get() & ~CLOSED) == head.getPlain();
  }

  /** Any thread. */
  void close() {
    tail.accumulateAndGet(CLOSED, (at, closed) -> at | closed);
  }

  boolean isClosed() {
    return tail.get() < 0;
  }
}
