package io.numetry.exporter.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.schema.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last value. Where several registrations have set the gauge since the last collection, any of
 * their last ones may be it: cores do not see each other.
 */
final class GaugeModel extends PointModel {
  private final ValueType type;
  private final Map<@Nullable RegistrationModel, Long> candidates = new LinkedHashMap<>();
  private boolean before;

  GaugeModel(ValueType type) {
    this.type = type;
  }

  @Override
  void record(RegistrationModel from, Number value, long count) {
    if (before) {
      candidates.clear();
      before = false;
    }
    candidates.put(
        from,
        type == ValueType.LONG
            ? value.longValue()
            : Double.doubleToRawLongBits(value.doubleValue()));
    setPresent(true);
  }

  @Override
  void intervalEnded() {
    before = true;
  }

  @Override
  void clear() {
    candidates.clear();
  }

  @Override
  boolean holdsSomething() {
    return candidates.values().stream().anyMatch(bits -> bits != 0);
  }

  @Override
  void check(WirePoint sent) {
    boolean longs = type == ValueType.LONG;
    assertThat(longs ? sent.number().hasAsInt() : sent.number().hasAsDouble())
        .as("is of %ss", type)
        .isTrue();
    long bits =
        longs ? sent.number().getAsInt() : Double.doubleToRawLongBits(sent.number().getAsDouble());
    assertThat(candidates.values()).contains(bits);
    candidates.clear();
    candidates.put(null, bits);
  }
}
