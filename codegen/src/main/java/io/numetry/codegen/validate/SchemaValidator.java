package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawInstrument;
import io.numetry.codegen.read.RawMethod;
import io.numetry.codegen.read.RawParameter;
import io.numetry.codegen.read.RawSet;
import io.numetry.codegen.read.RawText;
import io.numetry.schema.MetricSetDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a schema against the {@link Rule}s. Reports every fault that it can see at once, and only
 * faults that are the user's to mend: none that would go with another's.
 */
public final class SchemaValidator {

  /** So that a core's bank has room for many sets, and a set is something that is read together. */
  public static final int MAX_SLOT_BYTES = 4096;

  private static final String INTERFACE = "interface";

  private SchemaValidator() {}

  public static Validation validate(RawSet set) {
    Findings findings = new Findings(Faults.subject(set));
    if (!set.declaration().kind().equals(INTERFACE)) {
      findings.add(
          Rule.NOT_AN_INTERFACE,
          set.position(),
          set.declaration().kind(),
          set.declaration().simpleName());
      return new Validation(Optional.empty(), findings.all());
    }
    check(set, findings);
    if (findings.isEmpty()) {
      ValidSet valid = valid(set);
      int slotBytes = valid.descriptor().slotBytes();
      if (slotBytes <= MAX_SLOT_BYTES) {
        return new Validation(Optional.of(valid), List.of());
      }
      findings.add(Rule.SLOT_SIZE, set.position(), MAX_SLOT_BYTES, slotBytes);
    }
    return new Validation(Optional.empty(), findings.all());
  }

  private static void check(RawSet set, Findings findings) {
    var texts = new TextRules(findings);
    new DeclarationRules(findings).check(set.position(), set.declaration());
    checkName(set.name(), findings);
    texts.checkBrief(set.brief(), Rule.SET_BRIEF_BLANK, Rule.SET_BRIEF_LINES);
    if (set.methods().isEmpty()) {
      findings.add(Rule.EMPTY_SET, set.position(), set.methods().size());
    }
    var methods =
        new MethodRules(new MetricNameRules(set.name().value(), findings), texts, findings);
    set.methods().forEach(methods::check);
    new DuplicateRules(set.name().value(), findings).check(set.methods());
  }

  private static void checkName(RawText name, Findings findings) {
    String value = name.value();
    if (!Names.isDotted(value)) {
      String nearest = Names.nearest(value, "one such as gateway.receiver");
      findings.add(Rule.SET_NAME_GRAMMAR, name.position(), value, nearest);
    }
    if (value.endsWith(Names.TOTAL_SUFFIX)) {
      findings.add(Rule.SET_NAME_TOTAL, name.position(), value, Names.withoutTotal(value));
    }
    if (value.length() > Names.MAX_LENGTH) {
      findings.add(Rule.SET_NAME_LENGTH, name.position(), value.length());
    }
  }

  /** The engine's own builder lays the cells out, so that processor and engine cannot disagree. */
  private static ValidSet valid(RawSet set) {
    var descriptor = MetricSetDescriptor.builder(set.name().value(), set.brief().value());
    List<ValidMethod> methods = new ArrayList<>();
    for (RawMethod method : set.methods()) {
      RawInstrument instrument = method.instruments().getFirst();
      RawParameter parameter = method.parameters().getFirst();
      String noun = MethodNames.noun(method.name(), instrument.kind());
      descriptor.instrument(
          instrument.kind(),
          ValueTypes.of(parameter.type()).orElseThrow(),
          MetricNames.of(set.name().value(), instrument, noun),
          instrument.unit().value(),
          instrument.brief().value());
      methods.add(new ValidMethod(method.name(), noun, parameter.name(), method.deprecation()));
    }
    return new ValidSet(set.declaration(), descriptor.build(), methods);
  }
}
