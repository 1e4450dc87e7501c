package io.numetry.exporter.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.schema.ValueType;
import java.math.BigDecimal;

/** A sum, exact. */
final class SumModel extends PointModel {
  private final InstrumentSpec instrument;
  private final RoundingBound bound = new RoundingBound();
  private BigDecimal sum = BigDecimal.ZERO;

  SumModel(InstrumentSpec instrument) {
    this.instrument = instrument;
  }

  @Override
  void record(RegistrationModel from, Number value, long count) {
    grow(Numbers.exact(value));
  }

  void grow(BigDecimal by) {
    sum = sum.add(by);
    bound.add(by.abs());
    setPresent(true);
  }

  @Override
  void clear() {
    sum = BigDecimal.ZERO;
    bound.clear();
  }

  @Override
  boolean holdsSomething() {
    return sum.signum() != 0;
  }

  @Override
  void check(WirePoint sent) {
    if (instrument.type() == ValueType.LONG) {
      assertThat(sent.number().hasAsInt()).as("is of longs").isTrue();
      assertThat(sent.number().getAsInt()).isEqualTo(sum.longValueExact());
      return;
    }
    assertThat(sent.number().hasAsDouble()).as("is of doubles").isTrue();
    double value = sent.number().getAsDouble();
    if (instrument.values() == ValueStyle.EXACT) {
      assertThat(value).isEqualTo(sum.doubleValue());
    } else if (instrument.kind().isObserved()) {
      // Kept in twice the precision.
      bound.assertNear(value, sum, 100, 1);
    } else {
      bound.assertNear(value, sum, 52, 4);
    }
  }
}
