package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;
import io.numetry.codegen.read.RawConstant;
import io.numetry.codegen.read.RawEnum;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
    checkAbsence(type, findings);
    Map<String, String> constantsByValue = new HashMap<>();
    for (RawConstant constant : type.constants()) {
      if (constant.absent().isPresent()) {
        continue;
      }
      String value = Enums.value(constant);
      checkText(constant, value, findings);
      String same = constantsByValue.putIfAbsent(value, constant.name());
      if (same != null) {
        findings.add(Rule.ATTRIBUTE_VALUE_DUPLICATE, Enums.position(constant), same, value);
      }
    }
  }

  /** One constant may leave the attribute out, which then has no value there. */
  private static void checkAbsence(RawEnum type, Findings findings) {
    Optional<RawConstant> first = Optional.empty();
    for (RawConstant constant : type.constants()) {
      Position position = constant.absent().orElse(null);
      if (position != null) {
        constant
            .value()
            .ifPresent(value -> findings.add(Rule.ATTRIBUTE_ABSENT_VALUE, position, value.value()));
        if (first.isPresent()) {
          findings.add(Rule.ATTRIBUTE_ABSENT_TWICE, position, first.get().name(), constant.name());
        } else {
          first = Optional.of(constant);
        }
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
