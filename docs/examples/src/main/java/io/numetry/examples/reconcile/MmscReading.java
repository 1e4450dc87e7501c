package io.numetry.examples.reconcile;

import java.math.BigDecimal;

/**
 * What a min-max-sum-count stands at. On the wire all of it but the count is double, whatever was
 * recorded; so there is no value type here.
 */
public record MmscReading(BigDecimal min, BigDecimal max, BigDecimal sum, long count)
    implements Reading {

  public MmscReading {
    min = min.stripTrailingZeros();
    max = max.stripTrailingZeros();
    sum = sum.stripTrailingZeros();
  }

  public static MmscReading of(long min, long max, long sum, long count) {
    return new MmscReading(
        BigDecimal.valueOf(min), BigDecimal.valueOf(max), BigDecimal.valueOf(sum), count);
  }

  public static MmscReading of(double min, double max, double sum, long count) {
    return new MmscReading(new BigDecimal(min), new BigDecimal(max), new BigDecimal(sum), count);
  }

  @Override
  public MmscReading plus(Reading later) {
    if (!(later instanceof MmscReading other)) {
      throw new IllegalArgumentException("readings: mmsc " + this + " and " + later + " differ");
    }
    return new MmscReading(
        min.min(other.min), max.max(other.max), sum.add(other.sum), count + other.count);
  }

  @Override
  public String brief() {
    return text(Rounded.text(min), Rounded.text(max), Rounded.text(sum));
  }

  @Override
  public String toString() {
    return text(min.toPlainString(), max.toPlainString(), sum.toPlainString());
  }

  private String text(String low, String high, String total) {
    return count + " of " + low + " to " + high + ", sum " + total;
  }
}
