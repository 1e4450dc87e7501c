package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of metrics that once were stable: they are there, under one name or another. */
final class BaselineRules {
  private final String path;
  private final Map<String, LiveMetric> metricsByName = new HashMap<>();
  private final Map<String, LiveMetric> metricsByFormerName = new HashMap<>();
  private final List<Diagnostic> diagnostics;

  private BaselineRules(String path, List<LiveMetric> metrics, List<Diagnostic> diagnostics) {
    this.path = path;
    this.diagnostics = diagnostics;
    for (LiveMetric metric : metrics) {
      metricsByName.put(metric.name(), metric);
      metric.descriptor().formerNames().forEach(name -> metricsByFormerName.put(name, metric));
    }
  }

  static void check(
      String path, Baseline baseline, List<LiveMetric> metrics, List<Diagnostic> diagnostics) {
    BaselineRules rules = new BaselineRules(path, metrics, diagnostics);
    baseline.metrics().forEach(rules::check);
  }

  private void check(StableMetric before) {
    LiveMetric now =
        metricsByName.getOrDefault(before.name(), metricsByFormerName.get(before.name()));
    if (now == null) {
      Findings findings = new Findings("baseline " + path);
      findings.add(Rule.STABLE_GONE, Position.nowhere(), before.name());
      diagnostics.addAll(findings.all());
      return;
    }
    if (!now.isStable()) {
      diagnostics.addAll(now.fault(Rule.STABLE_LOWERED, now.descriptor().stability().id()));
    }
    if (!before.isKeptBy(now.kept(), now.set().declaration().fromSource())) {
      diagnostics.addAll(now.fault(Rule.STABLE_CHANGED, now.kept().shape(), before.shape()));
    }
  }
}
