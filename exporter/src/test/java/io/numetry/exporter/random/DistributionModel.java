package io.numetry.exporter.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.schema.ValueType;
import java.math.BigDecimal;

/** Count, sum, minimum and maximum: what all distributions have. */
abstract class DistributionModel extends PointModel {
  private final InstrumentSpec instrument;
  private final RoundingBound bound = new RoundingBound();
  private long count;
  private BigDecimal sum = BigDecimal.ZERO;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /** What is sent of these. */
  record Summary(
      long count, boolean hasSum, double sum, boolean hasExtremes, double min, double max) {}

  DistributionModel(InstrumentSpec instrument) {
    this.instrument = instrument;
  }

  @Override
  final void record(RegistrationModel from, Number value, long times) {
    if (times == 0) {
      return;
    }
    count += times;
    BigDecimal product = Numbers.exact(value).multiply(BigDecimal.valueOf(times));
    sum = sum.add(product);
    bound.add(product.abs());
    min = Math.min(min, value.doubleValue());
    max = Math.max(max, value.doubleValue());
    take(value.doubleValue(), times);
    setPresent(true);
  }

  /** Counts the value in its bucket. */
  abstract void take(double value, long times);

  abstract void clearBuckets();

  @Override
  final void clear() {
    count = 0;
    sum = BigDecimal.ZERO;
    bound.clear();
    min = Double.POSITIVE_INFINITY;
    max = Double.NEGATIVE_INFINITY;
    clearBuckets();
  }

  @Override
  final boolean holdsSomething() {
    return count != 0;
  }

  final void check(Summary sent) {
    assertThat(sent.count()).as("count").isEqualTo(count);
    assertThat(sent.hasExtremes()).as("has extremes").isTrue();
    // Equal as numbers: the sign of a zero means nothing here.
    assertThat(sent.min() == min).as("min %s, %s sent", min, sent.min()).isTrue();
    assertThat(sent.max() == max).as("max %s, %s sent", max, sent.max()).isTrue();
    assertThat(sent.hasSum()).as("has a sum").isEqualTo(min >= 0);
    if (sent.hasSum()) {
      if (instrument.type() == ValueType.LONG || instrument.values() == ValueStyle.EXACT) {
        assertThat(sent.sum()).isEqualTo(sum.doubleValue());
      } else {
        bound.assertNear(sent.sum(), sum, 52, 4);
      }
    }
  }
}
