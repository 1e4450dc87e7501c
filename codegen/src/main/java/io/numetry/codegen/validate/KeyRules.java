package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;

/** The rules of one attribute's key. */
final class KeyRules {
  private final Limits limits;
  private final Findings findings;

  KeyRules(Limits limits, Findings findings) {
    this.limits = limits;
    this.findings = findings;
  }

  void check(Position position, String key) {
    if (!Names.isDotted(key)) {
      String nearest = Names.nearest(key, "one such as gateway.lane");
      findings.add(Rule.KEY_GRAMMAR, position, TextRules.shown(key), nearest);
    }
    if (key.length() > Names.MAX_LENGTH) {
      findings.add(Rule.KEY_LENGTH, position, key.length());
    }
    boolean reserved = !limits.reservedAllowed() && ReservedNames.isOthersNamespace(key);
    if (reserved || ReservedNames.isOthersKey(key)) {
      findings.add(Rule.KEY_RESERVED, position, key);
    } else if (ReservedNames.isResourceKey(key)) {
      findings.add(Rule.KEY_OF_RESOURCE, position, key);
    }
  }
}
