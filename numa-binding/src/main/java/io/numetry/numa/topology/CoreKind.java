package io.numetry.numa.topology;

/** What a hybrid processor's core is built for. */
public enum CoreKind {
  /** Built for speed: a P-core. */
  PERFORMANCE,
  /** Built for economy: an E-core. */
  EFFICIENCY
}
