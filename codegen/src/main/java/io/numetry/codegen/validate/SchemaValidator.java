package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawSet;
import io.numetry.codegen.read.RawText;
import java.util.Optional;

/**
 * Holds a schema against the {@link Rule}s. Reports every fault that it can see at once, and only
 * faults that are the user's to mend: none that would go with another's.
 */
public final class SchemaValidator {

  /** So that a core's bank has room for many sets, and a set is something that is read together. */
  public static final int MAX_SLOT_BYTES = 1 << 20;

  private static final String INTERFACE = "interface";

  private SchemaValidator() {}

  public static Validation<ValidSet> validate(RawSet set, Limits limits) {
    Findings findings = new Findings(Faults.subject(set));
    if (!set.declaration().kind().equals(INTERFACE)) {
      findings.add(
          Rule.NOT_AN_INTERFACE,
          set.position(),
          set.declaration().kind(),
          set.declaration().simpleName());
      return new Validation<>(Optional.empty(), findings.all());
    }
    check(set, limits, findings);
    if (findings.hasErrors()) {
      return new Validation<>(Optional.empty(), findings.all());
    }
    SetBuilder builder = new SetBuilder(set);
    if (builder.cellBytes() > MAX_SLOT_BYTES) {
      findings.add(Rule.SLOT_SIZE, set.position(), MAX_SLOT_BYTES, builder.cellBytes());
      return new Validation<>(Optional.empty(), findings.all());
    }
    return new Validation<>(Optional.of(builder.build()), findings.all());
  }

  private static void check(RawSet set, Limits limits, Findings findings) {
    var texts = new TextRules(findings);
    new DeclarationRules(findings).check(set.position(), set.declaration());
    checkName(set.name(), limits, findings);
    texts.checkBrief(set.brief(), Rule.SET_BRIEF_BLANK, Rule.SET_BRIEF_LINES);
    if (set.methods().isEmpty()) {
      findings.add(Rule.EMPTY_SET, set.position(), set.methods().size());
    }
    var methods =
        new MethodRules(
            new MetricNameRules(set.name().value(), limits, findings), texts, limits, findings);
    set.methods().forEach(methods::check);
    new AttributeUseRules(limits, findings).check(set);
    new FormerNameRules(findings).check(set);
    new DuplicateRules(set.name().value(), findings).check(set.methods());
  }

  private static void checkName(RawText name, Limits limits, Findings findings) {
    String value = name.value();
    if (!Names.isDotted(value)) {
      String nearest = Names.nearest(value, "one such as gateway.receiver");
      findings.add(Rule.SET_NAME_GRAMMAR, name.position(), value, nearest);
    }
    if (!limits.reservedAllowed() && ReservedNames.isOthersNamespace(value)) {
      findings.add(Rule.SET_NAME_RESERVED, name.position(), value);
    }
    if (value.endsWith(Names.TOTAL_SUFFIX)) {
      findings.add(Rule.SET_NAME_TOTAL, name.position(), value, Names.withoutTotal(value));
    }
    if (value.length() > Names.MAX_LENGTH) {
      findings.add(Rule.SET_NAME_LENGTH, name.position(), value.length());
    }
  }
}
