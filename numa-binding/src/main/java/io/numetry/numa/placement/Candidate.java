package io.numetry.numa.placement;

import java.util.Comparator;

/**
 * A CPU that a core could have.
 *
 * @param tier CPUs of a lower tier are used up first
 * @param quiet isolated or tickless
 * @param slow built for economy
 * @param firstThread the first of its physical core that can be had
 */
record Candidate(int cpu, int node, int tier, boolean quiet, boolean slow, boolean firstThread) {

  /** The order of choice on one node. */
  static Comparator<Candidate> order(boolean quietFirst) {
    return Comparator.comparingInt(Candidate::tier)
        .thenComparing(candidate -> quietFirst && !candidate.quiet())
        .thenComparing(Candidate::slow)
        .thenComparingInt(Candidate::cpu);
  }

  String describe() {
    return (firstThread ? "first" : "further")
        + " thread of its physical core"
        + (quiet ? ", isolated" : "")
        + (slow ? ", efficiency core" : "");
  }
}
