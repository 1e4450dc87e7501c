package io.numetry.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.ValueType;
import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random records, merges, copies and clears against {@link HistogramModel}. */
class ExponentialModelTest {
  private static final int ROUNDS = 400;
  private static final long GUARD = 0x5eed_5eed_5eed_5eedL;

  private final Arena arena = Arena.ofConfined();
  private final long seed = System.nanoTime();
  private final SplittableRandom random = new SplittableRandom(seed);

  @AfterEach
  void free() {
    arena.close();
  }

  static Stream<Arguments> layouts() {
    return Stream.of(
            ExponentialLayout.DEFAULT,
            new ExponentialLayout(160, 20, true),
            new ExponentialLayout(3, 20, true),
            new ExponentialLayout(3, -10, true),
            new ExponentialLayout(4, 8, false),
            new ExponentialLayout(17, 0, true),
            new ExponentialLayout(320, 12, true),
            new ExponentialLayout(8192, 20, true))
        .flatMap(
            layout ->
                Stream.of(
                    Arguments.of(layout, ValueType.LONG), Arguments.of(layout, ValueType.DOUBLE)));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void recordsMergesAndCopies(ExponentialLayout layout, ValueType type) {
    long one = cell(layout);
    long other = cell(layout);
    long compact = cell(layout);
    for (int round = 0; round < ROUNDS; round++) {
      try {
        var oneModel = new HistogramModel(layout, type);
        var otherModel = new HistogramModel(layout, type);
        int phases = random.nextInt(1, 4);
        for (int phase = 0; phase < phases; phase++) {
          fill(one, layout, type, oneModel);
          fill(other, layout, type, otherModel);
          oneModel.assertEqualTo(one);
          oneModel.assertTidy(one);
          copy(other, compact, layout, otherModel);
          oneModel.merge(otherModel);
          ExponentialCells.merge(one, layout, type, random.nextBoolean() ? compact : other);
          oneModel.assertEqualTo(one);
          oneModel.assertTidy(one);
          otherModel.assertEqualTo(other);
          otherModel.assertTidy(other);
        }
        copy(one, compact, layout, oneModel);
        ExponentialCells.clear(one, layout);
        ExponentialCells.clear(other, layout);
        assertZero(one, layout);
        assertZero(other, layout);
      } catch (AssertionError e) {
        throw new AssertionError("seed=" + seed + " round=" + round + ": " + e.getMessage(), e);
      }
    }
  }

  /**
   * Intervals that begin at the scale and with the bases of all before them: their sum is what it
   * would be if each had begun anew.
   */
  @ParameterizedTest
  @MethodSource("layouts")
  void goesOnAtTheScaleOfTheWhole(ExponentialLayout layout, ValueType type) {
    long whole = cell(layout);
    long interval = cell(layout);
    for (int round = 0; round < ROUNDS; round++) {
      try {
        var model = new HistogramModel(layout, type);
        int intervals = random.nextInt(1, 6);
        for (int i = 0; i < intervals; i++) {
          var ofInterval = new HistogramModel(layout, type);
          fill(interval, layout, type, ofInterval);
          ofInterval.assertTidy(interval);
          ExponentialCells.merge(whole, layout, type, interval);
          model.merge(ofInterval);
          model.assertEqualTo(whole);
          ExponentialCells.clearLike(interval, layout, whole);
          assertThat(ExponentialCells.isEmpty(interval)).isTrue();
          assertThat(ExponentialCells.scale(interval, layout))
              .isEqualTo(ExponentialCells.scale(whole, layout));
        }
        assertRangesAlone(interval, layout);
        ExponentialCells.clear(interval, layout);
        ExponentialCells.clear(whole, layout);
        assertZero(interval, layout);
      } catch (AssertionError e) {
        throw new AssertionError("seed=" + seed + " round=" + round + ": " + e.getMessage(), e);
      }
    }
  }

  /** Nothing is left but what the scale and the bases are. */
  private static void assertRangesAlone(long cell, ExponentialLayout layout) {
    for (int at = 0; at < layout.cellBytes(); at += Long.BYTES) {
      if (at != ExponentialLayout.POSITIVE_RANGE && at != ExponentialLayout.NEGATIVE_RANGE) {
        assertThat(NativeAccess.getLong(cell + at)).as("byte %d", at).isZero();
      }
    }
  }

  /**
   * Any 64 bits as a value: numbers of both signs and all magnitudes, zeros, subnormals, infinities
   * and NaNs, to cells that by then have a value near each end of their range. What one compare
   * with the quick range lets through must be what belongs there.
   */
  @ParameterizedTest
  @ValueSource(ints = {-10, -9, -8, -5, -1, 0, 3, 7, 8, 9, 20})
  void anyBits(int maxScale) {
    for (boolean negatives : new boolean[] {false, true}) {
      var layout = new ExponentialLayout(160, maxScale, negatives);
      long cell = cell(layout);
      for (int round = 0; round < ROUNDS; round++) {
        var model = new HistogramModel(layout, ValueType.DOUBLE);
        double middle = anyValue();
        for (int i = 0; i < 200; i++) {
          // Neighbours keep the scale up, the others bring it down at once.
          double value = round % 2 == 0 && i % 4 != 0 ? middle * random.nextDouble() : anyValue();
          boolean valid = Double.isFinite(value) && (negatives || !(value < 0));
          if (valid) {
            model.record(value, 1);
          }
          assertThat(ExponentialRecording.record(cell, layout, value))
              .as("seed=%d value=%s", seed, value)
              .isEqualTo(valid);
        }
        model.assertBucketsEqualTo(cell);
        model.assertTidy(cell);
        ExponentialCells.clear(cell, layout);
      }
      assertZero(cell, layout);
    }
  }

  private double anyValue() {
    double[] ends = {
      0.0,
      -0.0,
      1,
      -1,
      Double.MIN_VALUE,
      Double.MIN_NORMAL,
      Math.nextDown(Double.MIN_NORMAL),
      Math.nextUp(Double.MIN_NORMAL),
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NaN,
      Double.longBitsToDouble(-1)
    };
    return switch (random.nextInt(4)) {
      case 0 -> ends[random.nextInt(ends.length)];
      case 1 -> Double.longBitsToDouble(random.nextLong() & 0x800f_ffff_ffff_ffffL);
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }

  /** A cell between two guard words. */
  private long cell(ExponentialLayout layout) {
    long address = arena.allocate(layout.cellBytes() + 16L, 64).address();
    NativeAccess.putLong(address, GUARD);
    NativeAccess.putLong(address + 8 + layout.cellBytes(), GUARD);
    return address + 8;
  }

  private void copy(long from, long to, ExponentialLayout layout, HistogramModel model) {
    int bytes = ExponentialCells.compactBytes(from, layout);
    assertThat(bytes).isLessThanOrEqualTo(layout.cellBytes());
    // What was there must not matter.
    for (int at = 0; at < bytes; at += Long.BYTES) {
      NativeAccess.putLong(to + at, GUARD);
    }
    long behind = NativeAccess.getLong(to + bytes);
    ExponentialCells.copyCompact(from, to, layout);
    assertThat(NativeAccess.getLong(to + bytes)).isEqualTo(behind);
    model.assertEqualTo(to);
  }

  private static void assertZero(long cell, ExponentialLayout layout) {
    for (int at = 0; at < layout.cellBytes(); at += Long.BYTES) {
      assertThat(NativeAccess.getLong(cell + at)).as("byte %d", at).isZero();
    }
    assertThat(NativeAccess.getLong(cell - 8)).isEqualTo(GUARD);
    assertThat(NativeAccess.getLong(cell + layout.cellBytes())).isEqualTo(GUARD);
  }

  private void fill(long cell, ExponentialLayout layout, ValueType type, HistogramModel model) {
    int values = random.nextInt(5) == 0 ? 0 : random.nextInt(1, 1 << random.nextInt(1, 10));
    // From a single bucket to all doubles.
    double spread = random.nextInt(4) == 0 ? 700 : Math.pow(10, random.nextDouble(-7, 2));
    double center = type == ValueType.LONG ? random.nextDouble(0, 40) : random.nextDouble(-50, 50);
    boolean manyTimes = random.nextBoolean();
    for (int i = 0; i < values; i++) {
      double value = Math.exp(center + spread * (random.nextDouble() - 0.5));
      if (!(value <= Double.MAX_VALUE)) {
        value = Double.MAX_VALUE;
      }
      if (random.nextInt(50) == 0) {
        value = Double.longBitsToDouble(random.nextLong(0, 1L << 53));
      }
      if (layout.negatives() && random.nextInt(3) == 0) {
        value = -value;
      }
      if (random.nextInt(20) == 0) {
        value = random.nextBoolean() ? 0.0 : -0.0;
      }
      long count = manyTimes && Math.abs(value) < 1e300 ? random.nextLong(0, 1000) : 1;
      record(cell, layout, type, model, value, count);
    }
  }

  private static void record(
      long cell,
      ExponentialLayout layout,
      ValueType type,
      HistogramModel model,
      double value,
      long count) {
    boolean taken;
    if (type == ValueType.LONG) {
      long whole = (long) value;
      if (count > 0) {
        model.record(whole, count);
      }
      taken =
          count == 1
              ? ExponentialRecording.record(cell, layout, whole)
              : ExponentialRecording.record(cell, layout, whole, count);
    } else {
      // A millionth of the largest double, so that sums do not overflow.
      double bounded = Math.abs(value) > 1e300 ? value * 1e-8 : value;
      if (count > 0) {
        model.record(bounded, count);
      }
      taken =
          count == 1
              ? ExponentialRecording.record(cell, layout, bounded)
              : ExponentialRecording.record(cell, layout, bounded, count);
    }
    assertThat(taken).isTrue();
  }
}
