package io.numetry.examples.reconcile;

import io.numetry.schema.InstrumentKind;
import io.numetry.schema.ValueType;
import java.math.BigDecimal;

/**
 * What a counter, an up-down counter or a gauge stands at.
 *
 * @param value without trailing zeros, so that equal numbers are equal records
 */
public record NumberReading(InstrumentKind kind, ValueType type, BigDecimal value)
    implements Reading {

  public NumberReading {
    value = value.stripTrailingZeros();
  }

  public static NumberReading of(InstrumentKind kind, long value) {
    return new NumberReading(kind, ValueType.LONG, BigDecimal.valueOf(value));
  }

  public static NumberReading of(InstrumentKind kind, double value) {
    return new NumberReading(kind, ValueType.DOUBLE, new BigDecimal(value));
  }

  @Override
  public NumberReading plus(Reading later) {
    if (!(later instanceof NumberReading number) || number.kind != kind || number.type != type) {
      throw new IllegalArgumentException("readings: " + describe() + " and " + later + " differ");
    }
    return kind == InstrumentKind.GAUGE
        ? number
        : new NumberReading(kind, type, value.add(number.value));
  }

  /** True if the last value stands for itself, and is not added to others. */
  public boolean isGauge() {
    return kind == InstrumentKind.GAUGE;
  }

  /** True for what is counted one by one, and can therefore be said to be lost or doubled. */
  public boolean isCount() {
    return kind == InstrumentKind.COUNTER && type == ValueType.LONG;
  }

  @Override
  public String brief() {
    return Rounded.text(value);
  }

  private String describe() {
    return kind + " " + type + " " + this;
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
