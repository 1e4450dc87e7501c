package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawLayout;
import io.numetry.codegen.read.RawNumber;
import java.util.List;

/** The rules of a histogram's buckets. */
final class LayoutRules {
  static final int MIN_BUCKETS = 2;
  static final int MAX_BUCKETS = 16_384;
  static final int MIN_SCALE = -10;
  static final int MAX_SCALE = 20;
  static final int MAX_BOUNDARIES = 1_024;

  private final Findings findings;

  LayoutRules(Findings findings) {
    this.findings = findings;
  }

  void check(RawLayout layout) {
    switch (layout) {
      case RawLayout.Fixed() -> {}
      case RawLayout.Exponential(RawNumber maxBuckets, RawNumber maxScale, boolean _) -> {
        checkRange(Rule.HISTOGRAM_BUCKETS, maxBuckets, MIN_BUCKETS, MAX_BUCKETS);
        checkRange(Rule.HISTOGRAM_SCALE, maxScale, MIN_SCALE, MAX_SCALE);
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
    if (boundaries.isEmpty() || boundaries.size() > MAX_BOUNDARIES) {
      findings.add(Rule.BOUNDARY_COUNT, layout.position(), MAX_BOUNDARIES, boundaries.size());
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
