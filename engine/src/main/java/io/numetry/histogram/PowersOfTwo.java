package io.numetry.histogram;

import java.math.BigInteger;

/**
 * Powers {@code 2^(k / n)} in fixed point, {@code n} a power of two: by square roots of two, then
 * by products. Integers all the way, so that the tables are the same on every machine.
 *
 * <p>Error: a root is off by less than 2 units in the last place and a product by less than 1 more,
 * so the {@code k}-th power by less than {@code 8 * k} units of {@code 2^-192}.
 */
final class PowersOfTwo {
  /** Bits behind the point. */
  static final int FRACTION_BITS = 128;

  static final BigInteger TWO = BigInteger.TWO.shiftLeft(FRACTION_BITS);

  private static final BigInteger ONE = BigInteger.ONE.shiftLeft(FRACTION_BITS);

  private static final int DOUBLE_FRACTION_BITS = 52;

  private PowersOfTwo() {}

  /** The root of a number of one to two, taken as a square root so many times. */
  static BigInteger root(BigInteger number, int times) {
    BigInteger root = number;
    for (int i = 0; i < times; i++) {
      root = root.shiftLeft(FRACTION_BITS).sqrt();
    }
    return root;
  }

  /** The powers of a number from the 0th on. */
  static BigInteger[] powers(BigInteger number, int count) {
    BigInteger[] powers = new BigInteger[count];
    powers[0] = ONE;
    for (int k = 1; k < count; k++) {
      powers[k] = powers[k - 1].multiply(number).shiftRight(FRACTION_BITS);
    }
    return powers;
  }

  /** The 52 bits behind the point of a power from 1 below 2, rounded down: a double's mantissa. */
  static long mantissa(BigInteger power) {
    return power.subtract(ONE).shiftRight(FRACTION_BITS - DOUBLE_FRACTION_BITS).longValueExact();
  }

  /**
   * Powers as sums of two doubles each: element {@code 2 * k} is the nearest double, {@code 2 * k +
   * 1} the double nearest to the rest. Relative error below {@code 2^-105}.
   */
  static double[] doubleDoubles(BigInteger[] powers) {
    double[] pairs = new double[2 * powers.length];
    for (int k = 0; k < powers.length; k++) {
      double high = Math.scalb(powers[k].doubleValue(), -FRACTION_BITS);
      BigInteger exactHigh =
          BigInteger.valueOf((long) Math.scalb(high, DOUBLE_FRACTION_BITS))
              .shiftLeft(FRACTION_BITS - DOUBLE_FRACTION_BITS);
      pairs[2 * k] = high;
      pairs[2 * k + 1] = Math.scalb(powers[k].subtract(exactHigh).doubleValue(), -FRACTION_BITS);
    }
    return pairs;
  }
}
