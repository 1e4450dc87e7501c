package io.numetry.exporter.random;

import java.math.BigInteger;

/**
 * The bucket of a value by its definition, {@code (base^i, base^(i+1)]} with {@code base =
 * 2^(2^-scale)}: each bit of the index beyond the exponent is told by a squaring. In fixed point
 * with so many bits that no rounding shows.
 */
final class ExactIndex {
  /** The finest scale that there is. */
  static final int SCALE = 20;

  private static final int BITS = 320;
  private static final BigInteger TWO = BigInteger.TWO.shiftLeft(BITS);

  private ExactIndex() {}

  /** Index at the finest scale of a finite value above zero. */
  static int of(double value) {
    boolean subnormal = value < Double.MIN_NORMAL;
    double normal = subnormal ? value * 0x1p60 : value;
    int exponent = Math.getExponent(normal);
    BigInteger mantissa =
        BigInteger.valueOf((long) Math.scalb(normal, 52 - exponent)).shiftLeft(BITS - 52);
    exponent -= subnormal ? 60 : 0;
    if (mantissa.bitCount() == 1) {
      mantissa = TWO; // upper boundaries belong to their buckets
      exponent--;
    }
    int index = exponent;
    for (int bit = 0; bit < SCALE; bit++) {
      mantissa = mantissa.multiply(mantissa).shiftRight(BITS);
      boolean upperHalf = mantissa.compareTo(TWO) > 0;
      index = 2 * index + (upperHalf ? 1 : 0);
      if (upperHalf) {
        mantissa = mantissa.shiftRight(1);
      }
    }
    return index;
  }
}
