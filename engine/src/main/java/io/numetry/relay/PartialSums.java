package io.numetry.relay;

import io.numetry.histogram.ExponentialCells;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.window.Column;
import io.numetry.window.WindowMemory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node's frame of partial sums, and the hand-over of it: the node's aggregator fills it while
 * it is empty, the root takes it in while it is full. So there is never more than one on its way,
 * and a root that is late costs no values: they go on adding up in the node's window.
 *
 * <pre>
 *  record, one a point
 *  0               4          8          16
 *  +---------------+----------+----------+--------------------------+
 *  | column        | set      | point    | the cell, compact        |
 *  +---------------+----------+----------+--------------------------+
 * </pre>
 *
 * <p>Threads: the node's aggregator writes, the root reads. {@link #publish} pairs with {@link
 * #isFull} and carries the frame; {@link #taken} pairs with {@link #isEmpty} and gives it back (a
 * volatile flag: twice a cycle).
 */
public final class PartialSums {
  /** Frames of partial sums are booked under this tag. */
  public static final MemoryTag TAG = new MemoryTag("partial-sums");

  static final int POINT = Long.BYTES;
  static final int CELL = POINT + Long.BYTES;
  private static final long INITIAL_BYTES = 64 << 10;

  private final WindowMemory memory;
  private final Runnable wakeRoot;
  private final List<PartialNews> news = new ArrayList<>();
  private @Nullable NodeMemory region;
  private long used;
  private volatile boolean full;

  /**
   * @param memory of the node that writes
   * @param wakeRoot told after each publication
   */
  public PartialSums(WindowMemory memory, Runnable wakeRoot) {
    this.memory = memory;
    this.wakeRoot = wakeRoot;
  }

  /** Node: true if the frame is the node's to fill. */
  public boolean isEmpty() {
    return !full;
  }

  /** Root: true if the frame is the root's to take in. */
  public boolean isFull() {
    return full;
  }

  /** Root: what to know before the values of this frame, in order. */
  public List<PartialNews> news() {
    return news;
  }

  /** Root: bytes of values in the frame. */
  public long bytes() {
    return used;
  }

  /** Root: visits each value. */
  public void forEach(Visitor visitor) {
    NodeMemory frame = region;
    if (frame == null) {
      return;
    }
    long at = frame.address();
    long end = at + used;
    while (at < end) {
      long header = NativeAccess.getLong(at);
      int set = (int) (header >>> Integer.SIZE);
      int column = (int) header;
      int point = (int) NativeAccess.getLong(at + POINT);
      at += CELL + visitor.visit(set, column, point, at + CELL);
    }
  }

  /** Bytes that a cell of an instrument takes in a frame, or would take. */
  public static int cellBytes(InstrumentDescriptor instrument, long cell) {
    return instrument.layout() instanceof ExponentialLayout exponential
        ? ExponentialCells.compactBytes(cell, exponential)
        : Column.cellBytes(instrument);
  }

  /** Root: the frame is taken in. */
  public void taken() {
    news.clear();
    used = 0;
    full = false;
  }

  /** Node: gives the frame's memory back; the root must not be about to read it. */
  public void close() {
    if (region != null) {
      region.close();
      region = null;
    }
  }

  /** Takes a value in; returns the bytes that its cell takes in the frame. */
  @FunctionalInterface
  public interface Visitor {
    int visit(int set, int column, int point, long cell);
  }

  void add(PartialNews piece) {
    news.add(piece);
  }

  /** Node: room for a value of so many bytes; returns the address of its cell. */
  long append(int set, int column, int point, int cellBytes) {
    NodeMemory frame = withRoom(CELL + cellBytes);
    long at = frame.address() + used;
    NativeAccess.putLong(at, (long) set << Integer.SIZE | column);
    NativeAccess.putLong(at + POINT, point);
    used += CELL + cellBytes;
    return at + CELL;
  }

  /** Node: what was appended since the last publication is forgotten. */
  void abandon() {
    used = 0;
    news.clear();
  }

  /** Node: hands the frame over, unless there is nothing in it. */
  void publish() {
    if (used > 0 || !news.isEmpty()) {
      full = true;
      wakeRoot.run();
    }
  }

  private NodeMemory withRoom(long bytes) {
    NodeMemory current = region;
    if (current != null && current.byteSize() - used >= bytes) {
      return current;
    }
    long size = Math.max(INITIAL_BYTES, Long.highestOneBit(used + bytes) << 1);
    NodeMemory larger = memory.reserve(size);
    try {
      larger.touch(0, size);
    } catch (RuntimeException refused) {
      larger.close();
      throw refused;
    }
    if (current != null) {
      NativeAccess.copy(current.address(), larger.address(), used);
      current.close();
    }
    region = larger;
    return larger;
  }
}
