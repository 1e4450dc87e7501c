package io.numetry.exporter.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.NodeMemory;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One request in native memory on its node. It is written from the end of its memory towards the
 * front, so that growing never moves what is written relative to the end.
 *
 * <pre>
 *  address                                              end
 *  +----------------------+-----------------------------+
 *  |   room               |   request: byteSize()       |
 *  +----------------------+-----------------------------+
 * </pre>
 *
 * <p>Threads: the node's aggregator takes it from the pool, writes and finishes it; then it belongs
 * to the sender's thread until {@link #release}. The hand-over between them is the event loop's
 * queue, into which the frame goes as its own task, so that a hand-over allocates nothing here.
 */
public final class Frame implements Runnable {
  private final FramePool pool;
  private final AtomicReference<State> state = new AtomicReference<>(State.TAKEN);
  private NodeMemory memory;
  private ByteBuf content;
  private int byteSize;
  private int points;
  private boolean lastOfCollection;

  private enum State {
    FREE,
    TAKEN,
    CLOSED
  }

  Frame(FramePool pool, NodeMemory memory) {
    this.pool = pool;
    this.memory = memory;
    this.content = wrap(memory);
  }

  /** First byte's address. */
  public long address() {
    return memory.address();
  }

  /** Address after the last byte; the request ends here. */
  public long end() {
    return memory.address() + memory.byteSize();
  }

  /**
   * Moves the frame to larger memory; what is written stays at its distance from the end.
   *
   * @param written bytes before {@link #end()} to keep
   * @param needed bytes that must have room, the written ones among them
   */
  public void grow(long written, long needed) {
    NodeMemory larger = pool.reserve(Math.max(needed, pool.cappedDouble(memory.byteSize())));
    long largerEnd = larger.address() + larger.byteSize();
    NativeAccess.copy(end() - written, largerEnd - written, written);
    NodeMemory former = memory;
    memory = larger;
    content = wrap(larger);
    former.close();
  }

  /**
   * Ends writing.
   *
   * @param bytes the request's size
   * @param pointCount points in it
   */
  public void finish(long bytes, int pointCount) {
    byteSize = Math.toIntExact(bytes);
    points = pointCount;
    lastOfCollection = false;
  }

  /** The request's size. */
  public int byteSize() {
    return byteSize;
  }

  /** Metric points in the request. */
  public int points() {
    return points;
  }

  /**
   * The request, readable once. The buffer is the frame's own: who passes it on to Netty retains it
   * first, and releases the frame only after Netty has released the buffer.
   */
  public ByteBuf content() {
    int end = content.capacity();
    return content.setIndex(end - byteSize, end);
  }

  /** Gives the frame to the receiver, on the receiver's thread. */
  @Override
  public void run() {
    pool.receiver().receive(this);
  }

  /** Puts the frame back into its pool, or frees its memory if the pool is closed. */
  public void release() {
    // The order matters: once FREE, the aggregator may take the frame and set the mark anew.
    boolean collectionSettled = lastOfCollection;
    state.set(State.FREE);
    if (pool.isClosed()) {
      closeIfFree();
    }
    if (collectionSettled) {
      pool.collectionSettled();
    }
  }

  void markLastOfCollection() {
    lastOfCollection = true;
  }

  boolean take() {
    return state.get() == State.FREE && state.compareAndSet(State.FREE, State.TAKEN);
  }

  /** The pool's closing and a release beside it both come here; one of them frees the memory. */
  void closeIfFree() {
    if (state.compareAndSet(State.FREE, State.CLOSED)) {
      memory.close();
    }
  }

  private static ByteBuf wrap(NodeMemory memory) {
    return Unpooled.wrappedBuffer(memory.segment().asByteBuffer());
  }
}
