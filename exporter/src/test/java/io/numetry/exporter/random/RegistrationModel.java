package io.numetry.exporter.random;

import io.numetry.schema.InstrumentKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A registration of a set, and what it was last told of observed sums. */
final class RegistrationModel {
  final SeriesModel series;

  /** True if its series is its core's own. */
  final boolean ofCore;

  private final Map<List<Integer>, BigDecimal> observed = new HashMap<>();

  RegistrationModel(SeriesModel series, boolean ofCore) {
    this.series = series;
    this.ofCore = ofCore;
  }

  /** What an observed sum was last told. */
  BigDecimal last(int instrument, int combination) {
    return observed.getOrDefault(List.of(instrument, combination), BigDecimal.ZERO);
  }

  /** An observation; returns by how much the sum grows. */
  BigDecimal observe(int instrument, int combination, BigDecimal value) {
    BigDecimal before = last(instrument, combination);
    observed.put(List.of(instrument, combination), value);
    boolean restarted = isMonotonic(instrument) && value.compareTo(before) < 0;
    return restarted ? value : value.subtract(before);
  }

  /** What goes with the registration, by instrument and combination. */
  Map<List<Integer>, BigDecimal> parts() {
    Map<List<Integer>, BigDecimal> parts = new HashMap<>(observed);
    parts
        .entrySet()
        .removeIf(each -> isMonotonic(each.getKey().getFirst()) || each.getValue().signum() == 0);
    return parts;
  }

  private boolean isMonotonic(int instrument) {
    return series.set.spec().instruments().get(instrument).kind() == InstrumentKind.OBSERVE_COUNTER;
  }
}
