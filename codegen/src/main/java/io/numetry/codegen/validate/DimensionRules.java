package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawMethod;
import io.numetry.codegen.read.RawParameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of a measurement's attributes: their keys, their values, and how many there are. */
final class DimensionRules {
  private final Limits limits;
  private final Findings findings;

  DimensionRules(Limits limits, Findings findings) {
    this.limits = limits;
    this.findings = findings;
  }

  void check(RawMethod method) {
    List<RawParameter> attributes = Signature.of(method).attributes();
    Map<String, String> parametersByKey = new HashMap<>();
    for (RawParameter attribute : attributes) {
      if (attribute.enumType().isPresent()) {
        new EnumRules(limits, findings).check(attribute.enumType().get());
        checkKey(attribute);
        String key = Keys.of(attribute);
        String same = parametersByKey.putIfAbsent(key, attribute.name());
        if (same != null) {
          findings.add(Rule.KEY_DUPLICATE, Keys.position(attribute), same, key);
        }
      }
    }
    long combinations = combinations(attributes);
    if (combinations > limits.maxCombinations()) {
      findings.add(Rule.COMBINATIONS, method.position(), limits.maxCombinations(), combinations);
    }
  }

  /** Combinations of the attributes' values; the largest {@code long} if there are more. */
  static long combinations(List<RawParameter> attributes) {
    long product = 1;
    for (RawParameter attribute : attributes) {
      long values = attribute.enumType().map(type -> (long) type.constants().size()).orElse(1L);
      product =
          Math.multiplyHigh(product, values) == 0 && product * values >= 0
              ? product * values
              : Long.MAX_VALUE;
    }
    return product;
  }

  /** An enum's own key has been looked at there. */
  private void checkKey(RawParameter attribute) {
    if (attribute.key().isPresent() || attribute.enumType().orElseThrow().key().isEmpty()) {
      new KeyRules(limits, findings).check(Keys.position(attribute), Keys.of(attribute));
    }
  }
}
