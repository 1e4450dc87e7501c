package io.numetry.placement;

/** What is done if something cannot be placed as it is to be. */
public enum PlacementPolicy {
  /** It is an error: a {@link io.numetry.numa.PlacementException} that says what to do. */
  STRICT,
  /** It goes on where it is, is warned of once and counted. */
  BEST_EFFORT
}
