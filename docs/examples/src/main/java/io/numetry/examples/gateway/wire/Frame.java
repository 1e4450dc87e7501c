package io.numetry.examples.gateway.wire;

import io.numetry.examples.gateway.metrics.FrameType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Reads a frame where it lies; moved from frame to frame, so that reading allocates nothing. */
public final class Frame {
  private final MemorySegment memory;
  private long at;
  private byte type;

  /**
   * @param memory the ring's
   */
  public Frame(MemorySegment memory) {
    this.memory = memory;
  }

  /**
   * Looks at the frame at an offset.
   *
   * @return false if it is malformed; nothing else may be asked of it then
   */
  public boolean moveTo(long offset) {
    at = offset;
    type = memory.get(ValueLayout.JAVA_BYTE, at + FrameDescriptor.TYPE);
    long bytes = FrameDescriptor.bytesOf(type);
    if (bytes == 0 || bytes() != bytes) {
      return false;
    }
    long covered = bytes - Integer.BYTES;
    return memory.get(ValueLayout.JAVA_INT, at + covered)
        == FrameDescriptor.checksum(memory, at, covered);
  }

  public int bytes() {
    return memory.get(ValueLayout.JAVA_INT, at + FrameDescriptor.LENGTH);
  }

  /** What the frame says that it is, even if it is malformed. */
  public FrameType type() {
    return switch (type) {
      case FrameDescriptor.ORDER -> FrameType.ORDER;
      case FrameDescriptor.QUOTE -> FrameType.QUOTE;
      default -> FrameType.UNKNOWN;
    };
  }

  public boolean isOrder() {
    return type == FrameDescriptor.ORDER;
  }

  /** When the frame came from the line. */
  public long lineNanoTime() {
    return memory.get(ValueLayout.JAVA_LONG, at + FrameDescriptor.LINE_TIME);
  }

  /** An order's quantity; negative for a sale. */
  public long signedQuantity() {
    boolean buys =
        memory.get(ValueLayout.JAVA_BYTE, at + FrameDescriptor.SIDE) == FrameDescriptor.BUY;
    return buys ? quantity() : -quantity();
  }

  /** An order's quantity. */
  public long quantity() {
    return memory.get(ValueLayout.JAVA_INT, at + FrameDescriptor.ORDER_QUANTITY);
  }

  /** An order's price in dollars, exact. */
  public double price() {
    return memory.get(ValueLayout.JAVA_LONG, at + FrameDescriptor.PRICE)
        * FrameDescriptor.DOLLARS_PER_TICK;
  }

  /** A quote's ask less its bid in dollars, exact. */
  public double spread() {
    long bid = memory.get(ValueLayout.JAVA_LONG, at + FrameDescriptor.PRICE);
    long ask = memory.get(ValueLayout.JAVA_LONG, at + FrameDescriptor.ASK);
    return (ask - bid) * FrameDescriptor.DOLLARS_PER_TICK;
  }

  /** Copies the frame into another ring's slot. */
  public void copyTo(MemorySegment target, long offset) {
    MemorySegment.copy(memory, at, target, offset, bytes());
  }
}
