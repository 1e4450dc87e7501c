package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;

/** The rules of one attribute's key. */
final class KeyRules {
  private final Findings findings;

  KeyRules(Findings findings) {
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
  }
}
