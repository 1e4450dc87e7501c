package io.numetry.codegen.validate;

import io.numetry.codegen.read.Declaration;
import io.numetry.codegen.read.RawAttributeSet;
import io.numetry.codegen.read.RawComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules of an attribute set. What it breaks is told of it, whoever uses it. */
final class AttributeSetRules {
  private static final String RECORD = "record";

  private final RawAttributeSet set;
  private final Limits limits;
  private final Findings findings;

  private AttributeSetRules(RawAttributeSet set, Limits limits, Findings findings) {
    this.set = set;
    this.limits = limits;
    this.findings = findings;
  }

  /** {@code user} takes the faults of the set on, too. */
  static void check(RawAttributeSet set, Limits limits, Findings user) {
    String subject = Faults.subject(set);
    new AttributeSetRules(set, limits, user.of(subject)).check();
  }

  private void check() {
    Declaration type = set.declaration();
    if (!type.kind().equals(RECORD)) {
      findings.add(Rule.NOT_A_RECORD, set.position(), type.kind(), type.simpleName());
      return;
    }
    checkDeclaration(type);
    String prefix = set.prefix().value();
    if (!prefix.isEmpty() && !Names.isDotted(prefix)) {
      String nearest = Names.nearest(prefix, "one such as gateway.receiver");
      findings.add(Rule.PREFIX_GRAMMAR, set.prefix().position(), TextRules.shown(prefix), nearest);
    }
    if (set.components().isEmpty()) {
      findings.add(Rule.ATTRIBUTE_SET_EMPTY, set.position(), set.components().size());
    }
    ComponentRules components = new ComponentRules(set, limits, findings);
    set.components().forEach(components::check);
    checkNames();
    checkOverlap();
  }

  private void checkDeclaration(Declaration type) {
    if (!type.privateTypes().isEmpty()) {
      String names = String.join(",", type.privateTypes());
      findings.add(Rule.PRIVATE_TYPE, set.position(), names);
    }
    if (!type.typeParameters().isEmpty()) {
      String names = String.join(",", type.typeParameters());
      findings.add(Rule.GENERIC_RECORD, set.position(), names, type.simpleName());
    }
    if (type.generatedNameTaken()) {
      findings.add(
          Rule.GENERATED_NAME_TAKEN, set.position(), type.generatedName(), type.simpleName());
    }
  }

  /** Each key is a constant of the generated class, in upper case. */
  private void checkNames() {
    Map<String, String> componentsByConstant = new HashMap<>();
    for (RawComponent each : set.components()) {
      String constant = Names.snakeCase(each.name()).toUpperCase(Locale.ROOT);
      String same = componentsByConstant.putIfAbsent(constant, each.name());
      if (same != null) {
        findings.add(Rule.COMPONENT_NAME_DUPLICATE, each.position(), same, each.name());
      }
    }
  }

  /** Keys of one component against those of the ones before it. */
  private void checkOverlap() {
    Map<String, String> componentsByKey = new HashMap<>();
    for (RawComponent each : set.components()) {
      Set<String> own = new HashSet<>(Keys.all(set, each));
      for (String key : own.stream().sorted().toList()) {
        String same = componentsByKey.putIfAbsent(key, each.name());
        if (same != null) {
          findings.add(Rule.KEY_OVERLAP, Keys.position(each), same, key);
        }
      }
    }
  }
}
