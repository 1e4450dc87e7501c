package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawLayout;
import io.numetry.codegen.read.RawNumber;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import java.util.List;

/** The rules of a histogram's buckets. */
final class LayoutRules {
  private final Findings findings;

  LayoutRules(Findings findings) {
    this.findings = findings;
  }

  void check(RawLayout layout) {
    switch (layout) {
      case RawLayout.Fixed() -> {}
      case RawLayout.Exponential(RawNumber maxBuckets, RawNumber maxScale, boolean _) -> {
        checkRange(
            Rule.HISTOGRAM_BUCKETS,
            maxBuckets,
            ExponentialLayout.MIN_BUCKETS,
            ExponentialLayout.MAX_BUCKETS);
        checkRange(
            Rule.HISTOGRAM_SCALE,
            maxScale,
            ExponentialLayout.MIN_SCALE,
            ExponentialLayout.MAX_SCALE);
      }
      case RawLayout.Explicit explicit -> checkBoundaries(explicit);
    }
  }

  private void checkRange(Rule rule, RawNumber number, int min, int max) {
    if (number.value() < min || number.value() > max) {
      int nearest = Math.clamp(number.value(), min, max);
      findings.add(rule, number.position(), min, max, number.value(), nearest);
    }
  }

  private void checkBoundaries(RawLayout.Explicit layout) {
    List<Double> boundaries = layout.boundaries();
    if (boundaries.isEmpty() || boundaries.size() > ExplicitLayout.MAX_BOUNDARIES) {
      findings.add(
          Rule.BOUNDARY_COUNT, layout.position(), ExplicitLayout.MAX_BOUNDARIES, boundaries.size());
    }
    for (double each : boundaries) {
      if (!Double.isFinite(each)) {
        findings.add(Rule.BOUNDARY_FINITE, layout.position(), each);
        return;
      }
    }
    for (int i = 1; i < boundaries.size(); i++) {
      if (boundaries.get(i) <= boundaries.get(i - 1)) {
        findings.add(
            Rule.BOUNDARY_ORDER, layout.position(), boundaries.get(i), boundaries.get(i - 1));
        return;
      }
    }
  }
}
