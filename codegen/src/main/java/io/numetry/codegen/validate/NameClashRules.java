package io.numetry.codegen.validate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of names across sets; the later set is at fault. */
final class NameClashRules {
  private NameClashRules() {}

  static void check(
      Collection<ValidSet> sets, List<LiveMetric> metrics, List<Diagnostic> diagnostics) {
    Map<String, ValidSet> setsByName = new HashMap<>();
    for (ValidSet set : sets) {
      ValidSet same = setsByName.putIfAbsent(foldedName(set), set);
      if (same != null) {
        Findings findings = new Findings(Faults.subject(set));
        String name = set.descriptor().name();
        findings.add(Rule.SET_NAME_DUPLICATE, set.position(), same.typeName(), name);
        diagnostics.addAll(findings.all());
      }
    }
    Map<String, LiveMetric> metricsByName = new HashMap<>();
    for (LiveMetric metric : metrics) {
      LiveMetric same = metricsByName.putIfAbsent(MetricNames.folded(metric.name()), metric);
      // What sets of one name share was told of them.
      if (same != null && !foldedName(same.set()).equals(foldedName(metric.set()))) {
        diagnostics.addAll(metric.fault(Rule.METRIC_NAME_TAKEN, same.methodName(), metric.name()));
      }
    }
  }

  private static String foldedName(ValidSet set) {
    return MetricNames.folded(set.descriptor().name());
  }
}
