package io.numetry.bench.affinity.result;

/** How two CPUs are related; the nearest that holds. */
public enum Relation {
  SIBLING("SMT sibling", "two hardware threads of one physical core"),
  SAME_CACHE("same cache", "two physical cores of one node that share the last-level cache"),
  SAME_NODE("same node", "one NUMA node, but another last-level cache, or none that is told"),
  OTHER_NODE("other node", "CPUs of two NUMA nodes");

  private final String label;
  private final String meaning;

  Relation(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  public String label() {
    return label;
  }

  public String meaning() {
    return meaning;
  }
}
