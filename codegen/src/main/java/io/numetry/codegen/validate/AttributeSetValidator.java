package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawAttributeSet;
import java.util.Optional;

/** Holds an attribute set against the {@link Rule}s, as {@link SchemaValidator} does a schema. */
public final class AttributeSetValidator {
  private AttributeSetValidator() {}

  public static Validation<ValidAttributeSet> validate(RawAttributeSet set, Limits limits) {
    Findings findings = new Findings(Faults.subject(set));
    AttributeSetRules.check(set, limits, findings);
    return new Validation<>(
        findings.hasErrors() ? Optional.empty() : Optional.of(AttributeSetBuilder.build(set)),
        findings.all());
  }
}
