package io.numetry.examples.gateway.wire;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * A ring of fixed slots in native memory from one core to another.
 *
 * <p>The writer fills a slot and then moves the tail by a release store; the reader loads the tail
 * by acquire, reads, and moves the head by a release store, which the writer loads by acquire
 * before it uses the slot again. Tail and head lie on lines of their own.
 */
public final class SpscRing {
  /** Every frame fits into a slot. */
  public static final int SLOT_BYTES = 64;

  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();
  private static final long LINE_PAIR_BYTES = 128;
  private static final long TAIL = 0;
  private static final long HEAD = TAIL + LINE_PAIR_BYTES;
  private static final long SLOTS = HEAD + LINE_PAIR_BYTES;

  private final MemorySegment memory;
  private final int capacity;
  private final Writer writer = new Writer();
  private final Reader reader = new Reader();
  private volatile boolean finished;

  /**
   * @param arena whose end is the ring's
   * @param capacity slots, a power of two
   */
  public SpscRing(Arena arena, int capacity) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("ring: capacity=" + capacity + " is no power of two");
    }
    this.capacity = capacity;
    this.memory = arena.allocate(SLOTS + (long) capacity * SLOT_BYTES, LINE_PAIR_BYTES);
  }

  /** How many slots there are. */
  public int capacity() {
    return capacity;
  }

  /** Slots hold frames at the offsets that {@link Writer} and {@link Reader} tell. */
  public MemorySegment memory() {
    return memory;
  }

  /** The writing core's end. */
  public Writer writer() {
    return writer;
  }

  /** The reading core's end. */
  public Reader reader() {
    return reader;
  }

  private long acquire(long position) {
    return (long) LONG.getAcquire(memory, position);
  }

  private void release(long position, long value) {
    LONG.setRelease(memory, position, value);
  }

  private long slot(long sequence) {
    return SLOTS + (sequence & (capacity - 1)) * SLOT_BYTES;
  }

  /** One thread's. */
  public final class Writer {
    private long tail;
    private long knownHead;

    /** Offset of the next free slot; -1 while the ring is full. */
    public long claim() {
      if (tail - knownHead == capacity) {
        knownHead = acquire(HEAD);
        if (tail - knownHead == capacity) {
          return -1;
        }
      }
      return slot(tail);
    }

    /** Hands the claimed slot over. */
    public void publish() {
      release(TAIL, ++tail);
    }

    /** Nothing more will come. */
    public void finish() {
      finished = true;
    }

    /** Frames that wait for the reader. */
    public long depth() {
      return tail - acquire(HEAD);
    }
  }

  /** One thread's. */
  public final class Reader {
    private long head;
    private long knownTail;

    /** Offset of the oldest frame; -1 while the ring is empty. */
    public long peek() {
      if (head == knownTail) {
        knownTail = acquire(TAIL);
        if (head == knownTail) {
          return -1;
        }
      }
      return slot(head);
    }

    /** Gives the slot back. */
    public void remove() {
      release(HEAD, ++head);
    }

    /** True if the ring is empty for good. */
    public boolean isFinished() {
      return finished && peek() < 0; // in this order: what was written before is seen
    }

    /** Frames that wait for this reader. */
    public long depth() {
      return acquire(TAIL) - head;
    }
  }
}
