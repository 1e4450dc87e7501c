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

  /**
   * The bytes of a value that takes no more than eight, the first one lowest: groups of seven bits
   * are moved apart by halves, and all but the last are marked.
   */
  static long word(long value, int bytes) {
    long fours = (value & 0x0FFF_FFFFL) | ((value & 0xFF_FFFF_F000_0000L) << 4);
    long twos = (fours & 0x0000_3FFF_0000_3FFFL) | ((fours & 0x0FFF_C000_0FFF_C000L) << 2);
    long groups = (twos & 0x007F_007F_007F_007FL) | ((twos & 0x3F80_3F80_3F80_3F80L) << 1);
    long marks = 0x0080_8080_8080_8080L >>> ((Long.BYTES - bytes) * Byte.SIZE);
    return groups | marks;
  }

  /** The unsigned integer that stands for a signed one: small if it is near zero. */
  static long zigZag(int value) {
    return Integer.toUnsignedLong((value << 1) ^ (value >> (Integer.SIZE - 1)));
  }
}
