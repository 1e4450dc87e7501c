package io.numetry.placement;

/** What is placed. */
public enum PlacementSubject {
  /** Owners' threads whose CPU was asked for; {@link PlacementPolicy#STRICT} by default. */
  CORES(PlacementPolicy.STRICT),
  /** Threads of node aggregators; {@link PlacementPolicy#BEST_EFFORT} by default. */
  AGGREGATORS(PlacementPolicy.BEST_EFFORT),
  /** Exporters' threads; {@link PlacementPolicy#BEST_EFFORT} by default. */
  NETWORK(PlacementPolicy.BEST_EFFORT),
  /**
   * Pages of banks, node banks and encode buffers; {@link PlacementPolicy#BEST_EFFORT} by default.
   */
  MEMORY(PlacementPolicy.BEST_EFFORT);

  private final PlacementPolicy byDefault;

  PlacementSubject(PlacementPolicy byDefault) {
    this.byDefault = byDefault;
  }

  /** What holds unless something else is said. */
  public PlacementPolicy byDefault() {
    return byDefault;
  }
}
