package io.numetry.exporter.frame;

import io.numetry.export.NodeContext;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The frames of one node, and the account of its collections that are not yet settled.
 *
 * <p>Threads: the node's aggregator; the sender's thread comes in by {@link Frame#release} alone.
 */
public final class FramePool implements AutoCloseable {
  /** All memory of frames is booked under this tag. */
  public static final MemoryTag TAG = new MemoryTag("frame");

  /** What a small engine's whole collection fits in. */
  private static final long INITIAL_BYTES = 64 << 10;

  private final NodeContext node;
  private final FrameReceiver receiver;
  private final long maxBytes;
  private final List<Frame> frames = new ArrayList<>();
  private final AtomicLong framesSettled = new AtomicLong();

  /** For each collection that is not settled: the frames booked when it was complete. */
  private final AscendingLongs unsettled = new AscendingLongs();

  private long collectionsBegun;
  private long framesBooked;
  private volatile boolean closed;

  /**
   * @param receiver where frames arrive when they are run
   * @param maxBytes no frame needs more
   */
  public FramePool(NodeContext node, FrameReceiver receiver, long maxBytes) {
    this.node = node;
    this.receiver = receiver;
    this.maxBytes = maxBytes;
  }

  /** A frame to write, from those that came back or a new one. */
  public Frame take() {
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      if (frame.take()) {
        return frame;
      }
    }
    var frame = new Frame(this, reserve(Math.min(INITIAL_BYTES, maxBytes)));
    frames.add(frame);
    return frame;
  }

  /** Books finished frames as one collection; it is settled when all of them are released. */
  public void collected(List<Frame> finished) {
    if (finished.isEmpty()) {
      return;
    }
    collectionsBegun++;
    for (int i = 0; i < finished.size(); i++) {
      finished.get(i).book(collectionsBegun);
    }
    framesBooked += finished.size();
    unsettled.add(framesBooked);
  }

  /**
   * Collections handed over and not settled yet. They are settled in their order, so the number of
   * frames that came back tells.
   */
  public long collectionsUnsettled() {
    unsettled.removeUpTo(framesSettled.get());
    return unsettled.size();
  }

  /**
   * Frees the memory of all frames that are not on their way, and of those once they are released.
   */
  @Override
  public void close() {
    closed = true;
    frames.forEach(Frame::closeIfFree);
  }

  boolean isClosed() {
    return closed;
  }

  void frameSettled() {
    framesSettled.incrementAndGet();
  }

  FrameReceiver receiver() {
    return receiver;
  }

  long cappedDouble(long bytes) {
    return Math.min(bytes * 2, maxBytes);
  }

  NodeMemory reserve(long bytes) {
    return PresentMemory.reserve(node, bytes, TAG);
  }
}
