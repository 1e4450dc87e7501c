package io.numetry.codegen.validate;

import io.numetry.codegen.read.Deprecation;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.StabilityLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A metric of the compilation, with all that tells whose it is. */
record LiveMetric(ValidSet set, ValidMethod method, InstrumentDescriptor descriptor) {

  /** All metrics, in the order of the sets and their methods. */
  static List<LiveMetric> of(Collection<ValidSet> sets) {
    List<LiveMetric> metrics = new ArrayList<>();
    for (ValidSet set : sets) {
      for (int i = 0; i < set.methods().size(); i++) {
        metrics.add(
            new LiveMetric(set, set.methods().get(i), set.descriptor().instruments().get(i)));
      }
    }
    return metrics;
  }

  String name() {
    return descriptor.name();
  }

  /** How messages name the method: {@code ReceiverMetrics.addFrames}. */
  String methodName() {
    return set.typeName() + "." + method.name();
  }

  boolean isStable() {
    return descriptor.stability() == StabilityLevel.STABLE;
  }

  boolean isDeprecated() {
    return method.deprecation() != Deprecation.NONE
        || set.declaration().deprecation() != Deprecation.NONE;
  }

  StableMetric kept() {
    return StableMetric.of(set, descriptor);
  }

  /** A fault of it, on its method. */
  List<Diagnostic> fault(Rule rule, Object... parts) {
    Findings findings = new Findings(Faults.subject(set));
    findings.add(rule, method.position(), parts);
    return findings.all();
  }
}
