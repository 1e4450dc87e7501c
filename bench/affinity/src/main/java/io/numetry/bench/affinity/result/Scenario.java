package io.numetry.bench.affinity.result;

/** What surrounds the busy loop whose jitter is measured. */
public enum Scenario {
  OFF_PINNED("telemetry off"),
  ON_PLACED("on, aggregator well placed"),
  ON_SIBLING("on, aggregator on the owner's SMT sibling"),
  ON_OTHER_NODE("on, aggregator on another node"),
  ON_SAME_CPU("on, aggregator on the owner's CPU"),
  OFF_FLOATING("telemetry off, owner not pinned"),
  ON_FLOATING("on, nothing pinned to a CPU");

  private final String label;

  Scenario(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public boolean records() {
    return this != OFF_PINNED && this != OFF_FLOATING;
  }

  public boolean floats() {
    return this == OFF_FLOATING || this == ON_FLOATING;
  }
}
