package io.numetry.histogram;

import java.math.BigInteger;

/**
 * The bucket that a value belongs to in a base-2 exponential histogram, exactly, without
 * logarithms.
 *
 * <p>Bucket {@code i} of a scale is {@code (base^i, base^(i+1)]} with {@code base = 2^(2^-scale)}
 * (OpenTelemetry metrics data model, exponential histogram). A bucket of one scale consists of two
 * whole buckets of the next, so an index of a scale is that of a finer one, shifted right; all
 * indexes here are first made in units of scale 20.
 *
 * <p>Up to scale 8 one table does it. A positive double's bits, taken as an integer, are a
 * piecewise linear logarithm; {@link #corrected} adds the distance from there to the true one,
 * which the table has for each of 512 equal parts of the mantissa's range. A part holds at most one
 * boundary of scale 8, and its entry is such that the sum carries into the index's bits exactly
 * where a value passes that boundary. Add and shift; no compare, no branch, 4 KiB of table.
 *
 * <p>Beyond scale 8 the logarithm of the value's ratio to the boundary of scale 8 below it is
 * summed up from its series, with an error below 1e-7 of a bucket of scale 20. A value nearer to a
 * boundary than 1e-4 is compared with the boundary itself, the product of three table entries in
 * twofold precision, relative error below 2^-98. No double but the powers of two, which are
 * boundaries, is nearer than 2^-78 to one of the 2^20 boundaries from 1 to 2, so the compare
 * decides. The class's test goes through all of them.
 *
 * <p>Threads: any. The tables are made when the class is initialised, see {@link #initialize()}; no
 * call allocates, locks or throws (on processors without a fused multiply-add, {@code Math.fma}
 * allocates in the rare compares beyond scale 8).
 */
public final class ExponentialIndex {
  /** The scale whose boundaries the table of {@link #coarse} has. */
  static final int COARSE_SCALE = 8;

  /** The scale in whose units indexes are made. */
  static final int FINE_SCALE = 20;

  /** Raw bits of the smallest normal double; whatever is below is subnormal, zero or negative. */
  static final long SMALLEST_NORMAL_BITS = 1L << 52;

  static final int MANTISSA_BITS = 52;
  private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
  private static final long ONE_BITS = 1023L << MANTISSA_BITS;

  /** Twice as many parts as boundaries: two boundaries are then never in one part. */
  private static final int PARTS = 2 << COARSE_SCALE;

  private static final int PART_BITS = MANTISSA_BITS - COARSE_SCALE - 1;

  /** From a double's bits to the units of {@link #FINE_SCALE}. */
  private static final int FINE_BITS = MANTISSA_BITS - FINE_SCALE;

  /** Buckets of the fine scale in one of the coarse scale, and in one of the middle table. */
  private static final int FINE_IN_COARSE = 1 << (FINE_SCALE - COARSE_SCALE);

  private static final int MIDDLE_SCALE = 14;
  private static final int MIDDLE_IN_COARSE = 1 << (MIDDLE_SCALE - COARSE_SCALE);
  private static final int FINE_IN_MIDDLE_BITS = FINE_SCALE - MIDDLE_SCALE;
  private static final int FINE_IN_MIDDLE = 1 << FINE_IN_MIDDLE_BITS;

  private static final double FINE_PER_NATURAL = (1 << FINE_SCALE) / Math.log(2);
  private static final double UNDECIDED = 1e-4;

  private static final long[] CORRECTIONS;
  private static final double[] COARSE_POWERS;
  private static final double[] MIDDLE_POWERS;
  private static final double[] FINE_POWERS;

  static {
    BigInteger coarseRoot = PowersOfTwo.root(PowersOfTwo.TWO, COARSE_SCALE);
    BigInteger middleRoot = PowersOfTwo.root(coarseRoot, MIDDLE_SCALE - COARSE_SCALE);
    BigInteger fineRoot = PowersOfTwo.root(middleRoot, FINE_SCALE - MIDDLE_SCALE);
    BigInteger[] coarse = PowersOfTwo.powers(coarseRoot, 1 << COARSE_SCALE);
    CORRECTIONS = corrections(coarse);
    COARSE_POWERS = PowersOfTwo.doubleDoubles(coarse);
    MIDDLE_POWERS = PowersOfTwo.doubleDoubles(PowersOfTwo.powers(middleRoot, MIDDLE_IN_COARSE));
    FINE_POWERS = PowersOfTwo.doubleDoubles(PowersOfTwo.powers(fineRoot, FINE_IN_MIDDLE));
  }

  private ExponentialIndex() {}

  /**
   * Makes the tables, unless they are there: a matter of milliseconds, once. Called where an
   * instrument is registered, so that no recording call pays for it.
   */
  public static void initialize() {
    // Being called is what initialises the class.
  }

  /**
   * Index of the bucket that holds {@code value}.
   *
   * @param value positive and finite; anything else has no index and yields a meaningless one
   * @param scale -10 to 20
   */
  public static int indexOf(double value, int scale) {
    long bits = Double.doubleToRawLongBits(value);
    int exponentLowered = 0;
    if (bits < SMALLEST_NORMAL_BITS) {
      // Exact: only the exponent changes.
      bits = Double.doubleToRawLongBits(value * 0x1p52);
      exponentLowered = 52 << FINE_SCALE;
    }
    int index = scale > COARSE_SCALE ? fine(bits) : coarse(bits);
    return (index - exponentLowered) >> (FINE_SCALE - scale);
  }

  /**
   * Lower boundary of bucket {@code index}, which is the upper one of the bucket before: {@code
   * 2^(index / 2^scale)}, within one unit in the last place. It is 0 where that is below half the
   * smallest double, and infinite where it is above the largest.
   *
   * @param scale -10 to 20
   */
  public static double lowerBoundary(int index, int scale) {
    if (scale <= 0) {
      return powerOfTwo((long) index << -scale);
    }
    int exponent = index >> scale;
    int fine = (index - (exponent << scale)) << (FINE_SCALE - scale);
    int coarse = fine >> (FINE_SCALE - COARSE_SCALE);
    int rest = fine & (FINE_IN_COARSE - 1);
    double near =
        COARSE_POWERS[2 * coarse]
            * MIDDLE_POWERS[2 * (rest >> FINE_IN_MIDDLE_BITS)]
            * FINE_POWERS[2 * (rest & (FINE_IN_MIDDLE - 1))];
    // Rounds once more at most, where the result is subnormal.
    return Math.scalb(near - excess(near, coarse, rest), exponent);
  }

  /**
   * Index of a normal value in units of scale 20, right as far as scale 8 goes: the lowest 12 bits
   * mean nothing. Of an infinity or a NaN it is above that of every finite value.
   *
   * @param bits the value's raw bits, at least {@link #SMALLEST_NORMAL_BITS}
   */
  static int coarse(long bits) {
    return (int) (corrected(bits) >> FINE_BITS);
  }

  /**
   * A normal value's bits with the distance to the true logarithm added: shifted right by {@link
   * #MANTISSA_BITS} less a scale, up to {@link #COARSE_SCALE}, they are the index.
   */
  static long corrected(long bits) {
    return bits + CORRECTIONS[(int) (bits >>> PART_BITS & PARTS - 1)];
  }

  /** Index of a normal, finite value at scale 20. */
  static int fine(long bits) {
    long mantissa = bits & MANTISSA_MASK;
    int exponent = (int) ((bits - ONE_BITS) >> MANTISSA_BITS);
    if (mantissa == 0) {
      return (exponent << FINE_SCALE) - 1;
    }
    double value = Double.longBitsToDouble(mantissa | ONE_BITS);
    int coarse = coarse(mantissa | ONE_BITS) >> (FINE_SCALE - COARSE_SCALE);
    double boundary = COARSE_POWERS[2 * coarse];
    // The difference of the two nearby doubles is exact; the ratio is in (0, 0.0028).
    double ratio = ((value - boundary) - COARSE_POWERS[2 * coarse + 1]) / boundary;
    double position =
        FINE_PER_NATURAL * ratio * (1 - ratio * (1 / 2.0 - ratio * (1 / 3.0 - ratio * (1 / 4.0))));
    int nearest = (int) (position + 0.5);
    int fine = (int) position;
    if (Math.abs(position - nearest) < UNDECIDED) {
      fine = nearest - (isAbove(value, coarse, nearest) ? 0 : 1);
    }
    return (exponent << FINE_SCALE) + coarse * FINE_IN_COARSE + fine;
  }

  /** True if a value above boundary {@code coarse} is above the {@code fine}-th behind it. */
  private static boolean isAbove(double value, int coarse, int fine) {
    if (fine == 0 || fine == FINE_IN_COARSE) {
      return fine == 0;
    }
    return excess(value, coarse, fine) > 0;
  }

  /**
   * A nearby value less the {@code fine}-th boundary behind boundary {@code coarse}. The sign is
   * right: products are carried with the errors of their roundings, which a fused multiply-add
   * tells exactly.
   */
  private static double excess(double value, int coarse, int fine) {
    int middle = 2 * (fine >> FINE_IN_MIDDLE_BITS);
    int last = 2 * (fine & (FINE_IN_MIDDLE - 1));
    double first = MIDDLE_POWERS[middle];
    double second = FINE_POWERS[last];
    double inner = first * second;
    double innerLow =
        Math.fma(first, second, -inner)
            + (first * FINE_POWERS[last + 1] + MIDDLE_POWERS[middle + 1] * second);
    double third = COARSE_POWERS[2 * coarse];
    double whole = third * inner;
    double wholeLow =
        Math.fma(third, inner, -whole) + (third * innerLow + COARSE_POWERS[2 * coarse + 1] * inner);
    // The first difference is exact, the two being nearly equal.
    return (value - whole) - wholeLow;
  }

  private static double powerOfTwo(long exponent) {
    return exponent > Double.MAX_EXPONENT
        ? Double.POSITIVE_INFINITY
        : Math.scalb(1.0, (int) Math.max(exponent, -2000));
  }

  /**
   * For each part of the mantissa's range what is to be added to a double's bits, so that the bits
   * above {@link #MANTISSA_BITS} less {@link #COARSE_SCALE} are the index: it carries where the
   * mantissa passes the part's boundary, if there is one.
   */
  private static long[] corrections(BigInteger[] powers) {
    int indexBits = MANTISSA_BITS - COARSE_SCALE;
    long[] corrections = new long[PARTS];
    // The bucket that the part's first mantissa is in; a power of two's is that before the first.
    int bucket = -1;
    for (int part = 0; part < PARTS; part++) {
      long first = (long) part << PART_BITS;
      long end = first + (1L << PART_BITS);
      // The least mantissa that is above the next boundary.
      long passed = bucket + 1 < powers.length ? PowersOfTwo.mantissa(powers[bucket + 1]) + 1 : end;
      if (passed < end) {
        corrections[part] = ((bucket + 1L) << indexBits) - passed;
        bucket++;
      } else {
        corrections[part] = ((long) bucket << indexBits) - first;
      }
      corrections[part] -= ONE_BITS;
    }
    return corrections;
  }
}
