package io.numetry.bench.affinity.report;

import io.numetry.bench.affinity.result.Jitter;

/** Classes of colours, one a scenario; the style sheet has them for light and dark. */
final class Series {

  private Series() {}

  static String of(Jitter jitter) {
    return switch (jitter.scenario()) {
      case OFF_PINNED -> "s-off";
      case ON_PLACED -> "s-placed";
      case ON_SIBLING -> "s-sibling";
      case ON_OTHER_NODE -> "s-node";
      case ON_SAME_CPU -> "s-same";
      case OFF_FLOATING -> "s-off-floating";
      case ON_FLOATING -> "s-on-floating";
    };
  }
}
