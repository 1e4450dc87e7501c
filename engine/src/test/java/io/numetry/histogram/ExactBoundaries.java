package io.numetry.histogram;

import java.math.BigInteger;

/**
 * All boundaries of scale 20 in [1, 2), to the bit: the oracle of the index tests. Made by one
 * chain of products from the 2^20-th root of two in 256-bit fixed point, which is not how the
 * product makes its tables. The chain's error after 2^20 products stays below 2^-210; that no
 * boundary but the first is nearer to a double than 2^-80 is checked on the way, so rounding down
 * is exact.
 */
final class ExactBoundaries {
  static final int SCALE = 20;
  static final int COUNT = 1 << SCALE;
  private static final int BITS = 256;
  private static final int REST_BITS = BITS - 52;

  /** Element k: bits of the largest double that is not above 2^(k / 2^20), in [1, 2). */
  static final long[] FLOORS = floors();

  private ExactBoundaries() {}

  /** The index of a finite value above zero, by search. */
  static int indexOf(double value, int scale) {
    int exponent = Math.getExponent(value);
    double mantissa = value;
    if (exponent < Double.MIN_EXPONENT) {
      mantissa = value * 0x1p60;
      exponent = Math.getExponent(mantissa) - 60;
    }
    long bits = (Double.doubleToRawLongBits(mantissa) & ((1L << 52) - 1)) | (1023L << 52);
    // The number of boundaries below the value, less one: those whose floor is below it.
    int low = 0;
    int high = COUNT;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (FLOORS[middle] < bits) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    long index = ((long) exponent << SCALE) + low - 1;
    return Math.toIntExact(index >> (SCALE - scale));
  }

  private static long[] floors() {
    BigInteger one = BigInteger.ONE.shiftLeft(BITS);
    BigInteger root = one.shiftLeft(1);
    for (int i = 0; i < SCALE; i++) {
      root = root.shiftLeft(BITS).sqrt();
    }
    BigInteger tooNear = BigInteger.ONE.shiftLeft(BITS - 80);
    BigInteger restMask = BigInteger.ONE.shiftLeft(REST_BITS).subtract(BigInteger.ONE);
    long[] floors = new long[COUNT];
    BigInteger power = one;
    for (int k = 0; k < COUNT; k++) {
      floors[k] = power.shiftRight(REST_BITS).longValueExact() - (1L << 52) + (1023L << 52);
      BigInteger rest = power.and(restMask);
      if (k > 0
          && (rest.compareTo(tooNear) < 0 || restMask.subtract(rest).compareTo(tooNear) < 0)) {
        throw new AssertionError("boundary k=" + k + " is too near to a double");
      }
      power = power.multiply(root).shiftRight(BITS);
    }
    if (power.subtract(one.shiftLeft(1)).abs().bitLength() > BITS - 210) {
      throw new AssertionError("the chain does not end at two");
    }
    return floors;
  }
}
