package io.numetry.exporter.otlp;

/** Sizes of protobuf's variable-length integers. */
final class Varint {
  /** The longest there is: ten groups of seven bits. */
  static final int MAX_BYTES = 10;

  /** Longest prefix of a message in a request, whose size is an int. */
  static final int MAX_LENGTH_BYTES = 5;

  private Varint() {}

  /** Bytes that {@code value}, taken as unsigned, takes. */
  static int bytes(long value) {
    int significantBits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
    // A division by seven, right for all of 1 to 64.
    return (significantBits * 9 + 64) >>> 6;
  }

  /** The unsigned integer that stands for a signed one: small if it is near zero. */
  static long zigZag(int value) {
    return Integer.toUnsignedLong((value << 1) ^ (value >> (Integer.SIZE - 1)));
  }
}
