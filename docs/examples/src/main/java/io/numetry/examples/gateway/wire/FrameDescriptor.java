package io.numetry.examples.gateway.wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Layout of a frame: an order or a quote, little or big end first as the host has it.
 *
 * <pre>
 *  order  0 length  4 type  5 side  6 symbol  8 lineTime  16 price  24 quantity  28 checksum
 *  quote  0 length  4 type  5 -     6 symbol  8 lineTime  16 bid    24 ask       32 quantity  36 checksum
 * </pre>
 *
 * <p>The length counts all bytes, its own too. Prices are whole ticks of 1/16. The checksum covers
 * everything before it.
 */
final class FrameDescriptor {
  static final byte ORDER = 1;
  static final byte QUOTE = 2;
  static final byte BUY = 1;
  static final byte SELL = 2;
  static final double DOLLARS_PER_TICK = 1.0 / 16;

  static final long LENGTH = 0;
  static final long TYPE = LENGTH + Integer.BYTES;
  static final long SIDE = TYPE + Byte.BYTES;
  static final long SYMBOL = SIDE + Byte.BYTES;
  static final long LINE_TIME = SYMBOL + Short.BYTES;
  static final long PRICE = LINE_TIME + Long.BYTES;

  static final long ORDER_QUANTITY = PRICE + Long.BYTES;
  static final int ORDER_BYTES = (int) ORDER_QUANTITY + 2 * Integer.BYTES;

  static final long ASK = PRICE + Long.BYTES;
  static final long QUOTE_QUANTITY = ASK + Long.BYTES;
  static final int QUOTE_BYTES = (int) QUOTE_QUANTITY + 2 * Integer.BYTES;

  static {
    if (QUOTE_BYTES > SpscRing.SLOT_BYTES || QUOTE_BYTES % Integer.BYTES != 0) {
      throw new AssertionError("frame: bytes=" + QUOTE_BYTES);
    }
  }

  private FrameDescriptor() {}

  /** The length that frames of a type have; 0 if there is no such type. */
  static int bytesOf(byte type) {
    return switch (type) {
      case ORDER -> ORDER_BYTES;
      case QUOTE -> QUOTE_BYTES;
      default -> 0;
    };
  }

  /** Over the first {@code bytes} of a frame, a multiple of four. */
  static int checksum(MemorySegment memory, long at, long bytes) {
    int sum = 1;
    for (long offset = 0; offset < bytes; offset += Integer.BYTES) {
      sum = 31 * sum + memory.get(ValueLayout.JAVA_INT, at + offset);
    }
    return sum;
  }
}
