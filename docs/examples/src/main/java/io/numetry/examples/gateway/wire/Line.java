package io.numetry.examples.gateway.wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * The outside world of a lane: frames at a rate, in bursts with pauses between, some of them
 * broken.
 */
public final class Line {
  /** Long enough that cores find their rings empty and go idle between bursts. */
  private static final long BURST_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private static final int ONE_BROKEN_IN = 500;
  private static final int SYMBOLS = 256;
  private static final int LOWEST_TICKS = 16;
  private static final int HIGHEST_TICKS = 4096;
  private static final int HIGHEST_SPREAD_TICKS = 32;
  private static final int HIGHEST_QUANTITY = 100;

  private final SplittableRandom random;
  private final double framesPerNano;
  private long lastBurstNanoTime;
  private final long beginNanoTime;
  private double due;
  private long frames;

  /**
   * @param seed what frames come
   * @param framesPerSecond how many, on average
   * @param nowNanoTime the beginning
   */
  public Line(long seed, long framesPerSecond, long nowNanoTime) {
    this.random = new SplittableRandom(seed);
    this.framesPerNano = framesPerSecond / (double) TimeUnit.SECONDS.toNanos(1);
    this.lastBurstNanoTime = nowNanoTime;
    this.beginNanoTime = nowNanoTime;
  }

  /** Frames brought so far. */
  public long frames() {
    return frames;
  }

  /** Frames that wait, and the part of the next one that has come. */
  public double due() {
    return due;
  }

  /** From the beginning to the last burst. */
  public long nanosSinceBegin() {
    return lastBurstNanoTime - beginNanoTime;
  }

  /** True if a frame waits. */
  public boolean hasNext(long nowNanoTime) {
    long since = nowNanoTime - lastBurstNanoTime;
    if (since >= BURST_INTERVAL_NANOS) {
      due += since * framesPerNano;
      lastBurstNanoTime = nowNanoTime;
    }
    return due >= 1;
  }

  /**
   * Writes the frame that waits.
   *
   * @return its length
   */
  public int next(MemorySegment memory, long at, long nowNanoTime) {
    due--;
    frames++;
    int bytes = random.nextBoolean() ? writeOrder(memory, at) : writeQuote(memory, at);
    memory.set(ValueLayout.JAVA_INT, at + FrameDescriptor.LENGTH, bytes);
    memory.set(
        ValueLayout.JAVA_SHORT, at + FrameDescriptor.SYMBOL, (short) random.nextInt(SYMBOLS));
    memory.set(ValueLayout.JAVA_LONG, at + FrameDescriptor.LINE_TIME, nowNanoTime);
    long checksumAt = at + bytes - Integer.BYTES;
    memory.set(
        ValueLayout.JAVA_INT,
        checksumAt,
        FrameDescriptor.checksum(memory, at, bytes - Integer.BYTES));
    if (random.nextInt(ONE_BROKEN_IN) == 0) {
      breakFrame(memory, at);
    }
    return bytes;
  }

  private int writeOrder(MemorySegment memory, long at) {
    memory.set(ValueLayout.JAVA_BYTE, at + FrameDescriptor.TYPE, FrameDescriptor.ORDER);
    memory.set(
        ValueLayout.JAVA_BYTE,
        at + FrameDescriptor.SIDE,
        random.nextBoolean() ? FrameDescriptor.BUY : FrameDescriptor.SELL);
    memory.set(ValueLayout.JAVA_LONG, at + FrameDescriptor.PRICE, ticks());
    memory.set(ValueLayout.JAVA_INT, at + FrameDescriptor.ORDER_QUANTITY, quantity());
    return FrameDescriptor.ORDER_BYTES;
  }

  private int writeQuote(MemorySegment memory, long at) {
    long bid = ticks();
    memory.set(ValueLayout.JAVA_BYTE, at + FrameDescriptor.TYPE, FrameDescriptor.QUOTE);
    memory.set(ValueLayout.JAVA_BYTE, at + FrameDescriptor.SIDE, (byte) 0);
    memory.set(ValueLayout.JAVA_LONG, at + FrameDescriptor.PRICE, bid);
    memory.set(
        ValueLayout.JAVA_LONG,
        at + FrameDescriptor.ASK,
        bid + 1 + random.nextInt(HIGHEST_SPREAD_TICKS));
    memory.set(ValueLayout.JAVA_INT, at + FrameDescriptor.QUOTE_QUANTITY, quantity());
    return FrameDescriptor.QUOTE_BYTES;
  }

  /** As lines do: a wrong length, an unknown type, or a flipped bit that the checksum shows. */
  private void breakFrame(MemorySegment memory, long at) {
    switch (random.nextInt(3)) {
      case 0 -> memory.set(ValueLayout.JAVA_INT, at + FrameDescriptor.LENGTH, random.nextInt());
      case 1 -> memory.set(ValueLayout.JAVA_BYTE, at + FrameDescriptor.TYPE, Byte.MAX_VALUE);
      default -> {
        long price = memory.get(ValueLayout.JAVA_LONG, at + FrameDescriptor.PRICE);
        memory.set(ValueLayout.JAVA_LONG, at + FrameDescriptor.PRICE, price ^ 1);
      }
    }
  }

  private long ticks() {
    return random.nextInt(LOWEST_TICKS, HIGHEST_TICKS);
  }

  private int quantity() {
    return 1 + random.nextInt(HIGHEST_QUANTITY);
  }
}
