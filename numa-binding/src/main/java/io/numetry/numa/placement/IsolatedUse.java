package io.numetry.numa.placement;

/**
 * What cores do with isolated and tickless CPUs. Aggregators and network threads never get any: the
 * scheduler would not spread them there.
 */
public enum IsolatedUse {
  /** They are taken before others. */
  FIRST,
  /** They are taken as others are. */
  LIKE_OTHERS,
  /** They are left to somebody else. */
  AVOID
}
