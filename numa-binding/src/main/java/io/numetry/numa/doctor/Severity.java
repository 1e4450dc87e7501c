package io.numetry.numa.doctor;

/** How much a finding matters. */
public enum Severity {
  /** As wanted. */
  OK,
  /** Worth knowing, or not to be told on this host. */
  NOTE,
  /** Costs pinned threads time or puts memory far away. */
  WARNING
}
