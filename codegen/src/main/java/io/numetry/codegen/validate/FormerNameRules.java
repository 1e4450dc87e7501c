package io.numetry.codegen.validate;

import io.numetry.codegen.read.Deprecation;
import io.numetry.codegen.read.RawInstrument;
import io.numetry.codegen.read.RawMethod;
import io.numetry.codegen.read.RawSet;
import io.numetry.codegen.read.RawText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of a set's former metric names: real names, each once, none in use. */
final class FormerNameRules {
  /** What OpenTelemetry takes: a metric may have had a name that we would not give it. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\-/]{0,254}");

  private final Findings findings;
  private final Set<String> live = new HashSet<>();
  private final Map<String, String> methodsByFormerName = new HashMap<>();

  FormerNameRules(Findings findings) {
    this.findings = findings;
  }

  void check(RawSet set) {
    for (RawMethod method : set.methods()) {
      // A metric that is on its way out still is there, beside the one that takes its place.
      if (method.instruments().size() == 1 && method.deprecation() == Deprecation.NONE) {
        RawInstrument instrument = method.instruments().getFirst();
        if (MethodNames.fits(method.name(), instrument.kind())) {
          String noun = MethodNames.noun(method.name(), instrument.kind());
          live.add(MetricNames.folded(MetricNames.of(set.name().value(), instrument, noun)));
        }
      }
    }
    set.methods().forEach(this::check);
  }

  private void check(RawMethod method) {
    if (method.marks().formerNamesPosition().isPresent()
        && method.marks().formerNames().isEmpty()) {
      findings.add(Rule.FORMER_NAMES_EMPTY, method.marks().formerNamesPosition().get(), "{}");
    }
    for (RawText name : method.marks().formerNames()) {
      check(method, name);
    }
  }

  private void check(RawMethod method, RawText name) {
    String value = name.value();
    if (!NAME.matcher(value).matches()) {
      findings.add(Rule.FORMER_NAME_GRAMMAR, name.position(), TextRules.shown(value));
      return;
    }
    if (live.contains(MetricNames.folded(value))) {
      findings.add(Rule.FORMER_NAME_LIVE, name.position(), value);
    }
    String same = methodsByFormerName.putIfAbsent(value.toLowerCase(Locale.ROOT), method.name());
    if (same != null) {
      findings.add(Rule.FORMER_NAME_DUPLICATE, name.position(), same, value);
    }
  }
}
