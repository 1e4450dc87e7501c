package io.numetry.numa.placed;

/** What a thread that was placed does. */
public enum ThreadRole {
  /** Owns a core and records. */
  CORE,
  /** Drains the cores of a node. */
  AGGREGATOR,
  /** Sends and receives. */
  NETWORK;

  /** As texts have it. */
  public String word() {
    return switch (this) {
      case CORE -> "core";
      case AGGREGATOR -> "aggregator";
      case NETWORK -> "network";
    };
  }
}
