package io.numetry.codegen.validate;

import io.numetry.codegen.read.MethodForm;
import io.numetry.codegen.read.RawInstrument;
import io.numetry.codegen.read.RawMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rules that look at two methods of a set at a time; the later one is at fault. */
final class DuplicateRules {
  private final String setName;
  private final Findings findings;

  /** Constants of the generated class, each with the method that came first. */
  private final Map<String, String> methodsByNoun = new HashMap<>();

  /** Metrics by what a backend may make of their names, the first of each. */
  private final Map<String, Metric> metricsByFoldedName = new HashMap<>();

  DuplicateRules(String setName, Findings findings) {
    this.setName = setName;
    this.findings = findings;
  }

  void check(List<RawMethod> methods) {
    for (RawMethod method : methods) {
      if (method.form() == MethodForm.ABSTRACT && method.instruments().size() == 1) {
        RawInstrument instrument = method.instruments().getFirst();
        if (MethodNames.fits(method.name(), instrument.kind())) {
          check(method, instrument);
        }
      }
    }
  }

  private void check(RawMethod method, RawInstrument instrument) {
    String noun = MethodNames.noun(method.name(), instrument.kind());
    String sameNoun = methodsByNoun.putIfAbsent(noun.toUpperCase(Locale.ROOT), method.name());
    if (sameNoun != null) {
      findings.add(Rule.METHOD_NAME_DUPLICATE, method.position(), sameNoun, method.name());
    }
    String metric = MetricNames.of(setName, instrument, noun);
    Metric same =
        metricsByFoldedName.putIfAbsent(
            MetricNames.folded(metric), new Metric(method.name(), metric));
    boolean follows = sameNoun != null && !MetricNames.isGiven(instrument);
    if (same != null && !follows) {
      findings.add(
          same.name().equalsIgnoreCase(metric)
              ? Rule.METRIC_NAME_DUPLICATE
              : Rule.METRIC_NAME_COLLISION,
          MetricNames.isGiven(instrument) ? instrument.name().position() : method.position(),
          same.method(),
          metric);
    }
  }

  private record Metric(String method, String name) {}
}
