package io.numetry.codegen.validate;

import io.numetry.codegen.read.Declaration;
import io.numetry.codegen.read.Position;

/**
 * The rules of the interface itself, so that a class can implement it and nothing else belongs to
 * it.
 */
final class DeclarationRules {
  private final Findings findings;

  DeclarationRules(Findings findings) {
    this.findings = findings;
  }

  void check(Position position, Declaration type) {
    if (!type.privateTypes().isEmpty()) {
      String names = String.join(",", type.privateTypes());
      findings.add(Rule.PRIVATE_INTERFACE, position, names);
    }
    if (!type.typeParameters().isEmpty()) {
      String names = String.join(",", type.typeParameters());
      findings.add(Rule.GENERIC_INTERFACE, position, names, type.simpleName());
    }
    if (type.sealed()) {
      findings.add(Rule.SEALED_INTERFACE, position, type.simpleName());
    }
    if (!type.superTypes().isEmpty()) {
      String names = String.join(",", type.superTypes());
      findings.add(Rule.EXTENDING_INTERFACE, position, names, type.simpleName());
    }
    if (type.generatedNameTaken()) {
      findings.add(Rule.GENERATED_NAME_TAKEN, position, type.generatedName(), type.simpleName());
    }
  }
}
