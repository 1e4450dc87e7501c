package io.numetry.exporter.frame;

import io.numetry.memory.NativeAccess;
import io.numetry.numa.NodeMemory;
import java.nio.ByteBuffer;
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
public final class Frame implements Runnable, Payload {
  private final FramePool pool;
  private final AtomicReference<State> state = new AtomicReference<>(State.TAKEN);
  private NodeMemory memory;
  private ByteBuffer content;
  private int byteSize;
  private int points;
  private long collection;
  private boolean booked;
  private long writings;
  private long encodeNanos;

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
    booked = false;
    encodeNanos = 0;
    writings++;
  }

  /** Says that encoding its collection took so long; one frame of a collection does. */
  public void encodedIn(long nanos) {
    encodeNanos = nanos;
  }

  /** What {@link #encodedIn} said; 0 if nothing did. */
  public long encodeNanos() {
    return encodeNanos;
  }

  /** The pool it came from: the frames of a node. */
  public FramePool pool() {
    return pool;
  }

  /** Number of the collection that it has points of, growing from one to the next of a node. */
  public long collection() {
    return collection;
  }

  /** How often it has been written. */
  @Override
  public long writings() {
    return writings;
  }

  @Override
  public int byteSize() {
    return byteSize;
  }

  @Override
  public int points() {
    return points;
  }

  @Override
  public ByteBuffer content() {
    return content.slice(content.capacity() - byteSize, byteSize);
  }

  /** Gives the frame to the receiver, on the receiver's thread. */
  @Override
  public void run() {
    pool.receiver().receive(this);
  }

  /** Puts the frame back into its pool, or frees its memory if the pool is closed. */
  public void release() {
    // The order matters: once FREE, the aggregator may take the frame and set the mark anew.
    boolean settled = booked;
    state.set(State.FREE);
    if (pool.isClosed()) {
      closeIfFree();
    }
    if (settled) {
      pool.frameSettled();
    }
  }

  void book(long number) {
    collection = number;
    booked = true;
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

  private static ByteBuffer wrap(NodeMemory memory) {
    return memory.segment().asByteBuffer();
  }
}
