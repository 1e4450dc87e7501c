package io.numetry.codegen.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules of metrics that take others' place, across sets. */
final class SuccessionRules {
  private final Map<String, LiveMetric> live = new HashMap<>();
  private final Map<String, LiveMetric> former = new HashMap<>();
  private final Set<String> succeeded = new HashSet<>();
  private final List<Diagnostic> diagnostics;

  private SuccessionRules(List<LiveMetric> metrics, List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
    for (LiveMetric metric : metrics) {
      // A metric that is on its way out still is there, beside the one that takes its place.
      if (!metric.isDeprecated()) {
        live.putIfAbsent(MetricNames.folded(metric.name()), metric);
      }
      succeeded.addAll(metric.descriptor().formerNames());
    }
  }

  static void check(List<LiveMetric> metrics, List<Diagnostic> diagnostics) {
    SuccessionRules rules = new SuccessionRules(metrics, diagnostics);
    for (LiveMetric metric : metrics) {
      metric.descriptor().formerNames().forEach(name -> rules.check(metric, name));
      rules.checkSuccessor(metric);
    }
  }

  /** What is wrong within a set has been told of it. */
  private void check(LiveMetric metric, String name) {
    LiveMetric sameLive = live.get(MetricNames.folded(name));
    if (sameLive != null && sameLive.set() != metric.set()) {
      diagnostics.addAll(metric.fault(Rule.FORMER_NAME_LIVE, name));
    }
    LiveMetric same = former.putIfAbsent(name.toLowerCase(Locale.ROOT), metric);
    if (same != null && same.set() != metric.set()) {
      diagnostics.addAll(metric.fault(Rule.FORMER_NAME_DUPLICATE, same.methodName(), name));
    }
  }

  private void checkSuccessor(LiveMetric metric) {
    if (metric.isStable() && metric.isDeprecated() && !succeeded.contains(metric.name())) {
      diagnostics.addAll(
          metric.fault(Rule.DEPRECATED_WITHOUT_SUCCESSOR, metric.name(), metric.name()));
    }
  }
}
