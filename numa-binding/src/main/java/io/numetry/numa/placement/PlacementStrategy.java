package io.numetry.numa.placement;

import io.numetry.numa.PlacementException;
import io.numetry.numa.topology.HostTopology;

/**
 * Decides a placement. Implementations are stateless, may be called from any thread, and answer the
 * same question the same way each time. What they propose is checked before anybody acts on it.
 */
public interface PlacementStrategy {

  /** The strategy that this module brings. */
  static PlacementStrategy numaPacking() {
    return NumaPacking.INSTANCE;
  }

  /** For people, such as "numa-packing". */
  String name();

  /**
   * Proposes a plan.
   *
   * @throws PlacementException if the request cannot be met, and is strict or leaves no core at all
   */
  PlacementPlan propose(PlacementRequest request, HostTopology host);
}
