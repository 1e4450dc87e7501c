package io.numetry.placement;

import io.numetry.numa.PlacementException;
import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.placement.PlannedCore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Which of a plan's cores are taken, and by whom. For any thread. */
final class PlannedCores {

  private final Optional<PlacementPlan> plan;
  private final Map<Integer, String> takerByIndex = new HashMap<>();

  PlannedCores(Optional<PlacementPlan> plan) {
    this.plan = plan;
  }

  /**
   * Takes a core, the first free one or one of that number.
   *
   * @param taker the name of the core that is opened
   * @throws IllegalStateException if that core is taken
   * @throws IllegalArgumentException if the plan has no such core
   * @throws PlacementException if there is no plan, or it has no free core
   */
  synchronized PlannedCore take(OptionalInt index, String taker) {
    PlacementPlan made =
        plan.orElseThrow(
            () ->
                new PlacementException(
                    "core "
                        + taker
                        + ": a planned core is asked for and there is no plan; give"
                        + " TelemetryBuilder.placement a request, or pin to a CPU"));
    PlannedCore core = index.isPresent() ? named(made, index.getAsInt(), taker) : free(made, taker);
    takerByIndex.put(core.index(), taker);
    return core;
  }

  private PlannedCore named(PlacementPlan made, int index, String taker) {
    if (index >= made.cores().size()) {
      throw new IllegalArgumentException(
          "core "
              + taker
              + ": planned index="
              + index
              + ", the plan has cores 0 to "
              + (made.cores().size() - 1));
    }
    String former = takerByIndex.get(index);
    if (former != null) {
      throw new IllegalStateException(
          "core " + taker + ": planned index=" + index + " is taken by core " + former);
    }
    return made.cores().get(index);
  }

  private PlannedCore free(PlacementPlan made, String taker) {
    return made.cores().stream()
        .filter(core -> !takerByIndex.containsKey(core.index()))
        .findFirst()
        .orElseThrow(
            () ->
                new PlacementException(
                    "core "
                        + taker
                        + ": all planned cores="
                        + made.cores().size()
                        + " are taken; plan more, close one, or open a floating core"));
  }

  /** A core was pinned by hand to a CPU of the plan: nobody else is to get it. */
  synchronized OptionalInt takeCpu(int cpu, String taker) {
    return plan.stream()
        .flatMap(made -> made.cores().stream())
        .filter(core -> core.cpu() == cpu && !takerByIndex.containsKey(core.index()))
        .mapToInt(PlannedCore::index)
        .peek(index -> takerByIndex.put(index, taker))
        .findFirst();
  }

  synchronized void giveBack(int index) {
    takerByIndex.remove(index);
  }
}
