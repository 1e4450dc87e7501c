package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawConstant;
import io.numetry.codegen.read.RawEnum;
import java.util.HashMap;
import java.util.Map;

/** The rules of an enum that is used as an attribute. What it breaks is told once, of the enum. */
final class EnumRules {
  private final Limits limits;
  private final Findings user;

  /** {@code user} takes the faults of the enum on, too. */
  EnumRules(Limits limits, Findings user) {
    this.limits = limits;
    this.user = user;
  }

  void check(RawEnum type) {
    Findings findings = user.of("enum " + type.type().nestedName());
    if (!type.privateTypes().isEmpty()) {
      String names = String.join(",", type.privateTypes());
      findings.add(Rule.PRIVATE_TYPE, type.position(), names);
    }
    type.key().ifPresent(key -> new KeyRules(limits, findings).check(key.position(), key.value()));
    if (type.constants().isEmpty()) {
      findings.add(Rule.ENUM_EMPTY, type.position(), type.constants().size());
    }
    Map<String, String> constantsByValue = new HashMap<>();
    for (RawConstant constant : type.constants()) {
      String value = Enums.value(constant);
      checkText(constant, value, findings);
      String same = constantsByValue.putIfAbsent(value, constant.name());
      if (same != null) {
        findings.add(Rule.ATTRIBUTE_VALUE_DUPLICATE, Enums.position(constant), same, value);
      }
    }
  }

  private static void checkText(RawConstant constant, String value, Findings findings) {
    if (value.isBlank()) {
      findings.add(Rule.ATTRIBUTE_VALUE_BLANK, Enums.position(constant), value);
    } else if (value.length() > Names.MAX_LENGTH) {
      findings.add(Rule.ATTRIBUTE_VALUE_LENGTH, Enums.position(constant), value.length());
    } else if (!TextRules.isOneLine(value)) {
      findings.add(Rule.ATTRIBUTE_VALUE_LINES, Enums.position(constant), TextRules.shown(value));
    }
  }
}
