package io.numetry.bench.affinity.result;

/**
 * One thing that the figures say.
 *
 * @param found with its figures and units
 * @param advice what to do; empty if nothing is to be done
 */
public record Finding(Grade grade, String subject, String found, String advice) {

  /** How good it is, the worst last. */
  public enum Grade {
    GOOD,
    NOTE,
    WARNING
  }
}
