package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawInstrument;
import io.numetry.codegen.read.RawMethod;
import io.numetry.codegen.read.RawParameter;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a recording call, told apart: attributes, then the value, then what follows it,
 * which for a distribution is a count of equal values.
 *
 * @param attributes before the value
 * @param value missing if all parameters are enums
 * @param rest after the value
 */
record Signature(
    List<RawParameter> attributes, Optional<RawParameter> value, List<RawParameter> rest) {
  private static final String COUNT = "count";

  static Signature of(RawMethod method) {
    List<RawParameter> all = method.parameters();
    int value = value(method);
    return value < 0
        ? new Signature(all, Optional.empty(), List.of())
        : new Signature(
            all.subList(0, value), Optional.of(all.get(value)), all.subList(value + 1, all.size()));
  }

  /** True if {@code parameter} is named as the count of equal values is. */
  static boolean isNamedCount(RawParameter parameter) {
    return parameter.name().equals(COUNT);
  }

  /** The count of equal values, in a call that is sound. */
  Optional<RawParameter> count() {
    return rest.stream().findFirst();
  }

  /** A number if there is one, the count apart; else whatever is no enum. */
  private static int value(RawMethod method) {
    List<RawParameter> all = method.parameters();
    int nearest = -1;
    int other = -1;
    for (int i = 0; i < all.size(); i++) {
      RawParameter each = all.get(i);
      if (ValueTypes.of(each.type()).isPresent()) {
        boolean isCount = nearest == i - 1 && nearest >= 0 && isNamedCount(each);
        return isCount && isDistribution(method) ? nearest : i;
      }
      if (nearest < 0 && ValueTypes.isNear(each.type())) {
        nearest = i;
      }
      if (each.enumType().isEmpty()) {
        other = i;
      }
    }
    return nearest >= 0 ? nearest : other;
  }

  private static boolean isDistribution(RawMethod method) {
    return method.instruments().stream()
        .map(RawInstrument::kind)
        .anyMatch(kind -> kind.isDistribution());
  }
}
