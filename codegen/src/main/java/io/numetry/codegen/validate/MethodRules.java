package io.numetry.codegen.validate;

import io.numetry.codegen.read.InstrumentAnnotations;
import io.numetry.codegen.read.MethodForm;
import io.numetry.codegen.read.RawInstrument;
import io.numetry.codegen.read.RawMethod;
import io.numetry.schema.InstrumentKind;
import java.util.Locale;

/** The rules of one method: its shape, its instrument, its name. */
final class MethodRules {
  private final MetricNameRules metricNames;
  private final TextRules texts;
  private final Limits limits;
  private final Findings findings;

  MethodRules(MetricNameRules metricNames, TextRules texts, Limits limits, Findings findings) {
    this.metricNames = metricNames;
    this.texts = texts;
    this.limits = limits;
    this.findings = findings;
  }

  void check(RawMethod method) {
    if (method.form() != MethodForm.ABSTRACT) {
      String form = method.form().name().toLowerCase(Locale.ROOT);
      findings.add(Rule.METHOD_WITH_BODY, method.position(), form, method.name());
      return;
    }
    checkSignature(method);
    new SignatureRules(findings).check(method);
    new DimensionRules(limits, findings).check(method);
    checkInstruments(method);
  }

  private void checkSignature(RawMethod method) {
    if (!method.typeParameters().isEmpty()) {
      String names = String.join(",", method.typeParameters());
      findings.add(Rule.GENERIC_METHOD, method.position(), names, method.name());
    }
    if (!method.thrownTypes().isEmpty()) {
      String types = String.join(",", method.thrownTypes());
      findings.add(Rule.THROWING_METHOD, method.position(), types, method.name());
    }
    if (!method.returnType().equals("void")) {
      findings.add(Rule.RETURN_TYPE, method.position(), method.returnType(), method.name());
    }
  }

  private void checkInstruments(RawMethod method) {
    switch (method.instruments().size()) {
      case 0 -> {
        var names = InstrumentAnnotations.namesFor(MethodNames.firstWord(method.name()));
        String remedy = "@" + String.join(" or @", names);
        findings.add(Rule.NO_INSTRUMENT, method.position(), method.name(), remedy);
      }
      case 1 -> checkInstrument(method, method.instruments().getFirst());
      default -> {
        var names = method.instruments().stream().map(RawInstrument::annotation).toList();
        String annotations = "@" + String.join(",@", names);
        findings.add(Rule.SEVERAL_INSTRUMENTS, method.position(), annotations);
      }
    }
  }

  private void checkInstrument(RawMethod method, RawInstrument instrument) {
    InstrumentKind kind = instrument.kind();
    if (MethodNames.isBareVerb(method.name())) {
      findings.add(Rule.BARE_VERB, method.position(), method.name(), kind.verb());
    } else if (!MethodNames.fits(method.name(), kind)) {
      String suggestion = MethodNames.suggestion(method.name(), kind);
      findings.add(
          Rule.VERB, method.position(), instrument.annotation(), method.name(), suggestion);
    } else {
      metricNames.check(method, instrument, MethodNames.noun(method.name(), kind));
    }
    new LayoutRules(findings).check(instrument.layout());
    new UnitRules(findings).check(method, instrument);
    texts.checkBrief(instrument.brief(), Rule.BRIEF_BLANK, Rule.BRIEF_LINES);
  }
}
