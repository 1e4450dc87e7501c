package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawAttributeUse;
import io.numetry.codegen.read.RawMethod;
import io.numetry.codegen.read.RawParameter;
import io.numetry.codegen.read.RawSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of the attributes of a metric set's points: whoever gives one, no other does. */
final class AttributeUseRules {
  private final Limits limits;
  private final Findings findings;

  /** Keys that registrations give, each with the attribute set that does. */
  private final Map<String, String> setsByKey = new HashMap<>();

  AttributeUseRules(Limits limits, Findings findings) {
    this.limits = limits;
    this.findings = findings;
  }

  void check(RawSet set) {
    Stream.concat(set.entity().stream(), set.item().stream()).forEach(this::checkUse);
    for (RawMethod method : set.methods()) {
      checkDimensions(Signature.of(method).attributes());
    }
  }

  private void checkUse(RawAttributeUse use) {
    if (use.set().isEmpty()) {
      findings.add(Rule.ATTRIBUTE_CLASS, use.position(), use.type());
      return;
    }
    AttributeSetRules.check(use.set().get(), limits, findings);
    for (String key : Keys.all(use.set().get()).stream().distinct().toList()) {
      String same = setsByKey.putIfAbsent(key, use.set().get().declaration().simpleName());
      if (same != null) {
        findings.add(Rule.KEY_OVERLAP, use.position(), same, key);
      }
    }
  }

  private void checkDimensions(List<RawParameter> attributes) {
    for (RawParameter attribute : attributes) {
      String key = Keys.of(attribute);
      String same = setsByKey.get(key);
      if (same != null) {
        findings.add(Rule.KEY_OVERLAP, Keys.position(attribute), same, key);
      }
    }
  }
}
