package io.numetry.bench.affinity.judge;

import io.numetry.bench.affinity.result.AggregatorCost;
import io.numetry.bench.affinity.result.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What an aggregator costs its owner, by where it is; medians over all that were measured. */
public final class RelationCosts {

  /** Slowdowns that differ by less are the same, as far as a run can tell. */
  static final double SAME_SLOWDOWN = 0.03;

  private static final List<Relation> USUAL_ORDER =
      List.of(Relation.SAME_CACHE, Relation.SAME_NODE, Relation.SIBLING, Relation.OTHER_NODE);

  /**
   * @param slowdown 1.25 if the owner's turns take a quarter longer while it drains
   * @param latencyNanos from asking for a flip until it is drained, p50
   */
  record Cost(double slowdown, double latencyNanos) {}

  private final Map<Relation, Cost> costs = new EnumMap<>(Relation.class);

  public RelationCosts(List<AggregatorCost> measured) {
    for (Relation relation : Relation.values()) {
      List<AggregatorCost> some =
          measured.stream().filter(cost -> cost.relation() == relation).toList();
      if (!some.isEmpty()) {
        costs.put(
            relation,
            new Cost(
                median(some, AggregatorCost::slowdown),
                median(some, cost -> cost.latency().p50())));
      }
    }
  }

  Optional<Cost> of(Relation relation) {
    return Optional.ofNullable(costs.get(relation));
  }

  /** True if more than one place was measured. */
  boolean haveChoice() {
    return costs.size() > 1;
  }

  /**
   * All relations, the best place for an aggregator first: least slowdown, then least latency, and
   * the owner's own node before others. Those that were not measured follow in the usual order.
   */
  public List<Relation> bestFirst() {
    List<Relation> left = new ArrayList<>(USUAL_ORDER);
    left.remove(Relation.OTHER_NODE);
    List<Relation> order = new ArrayList<>();
    left.removeIf(relation -> !costs.containsKey(relation));
    while (!left.isEmpty()) {
      double least = left.stream().mapToDouble(this::slowdown).min().orElse(0);
      Relation next =
          left.stream()
              .filter(relation -> slowdown(relation) <= least + SAME_SLOWDOWN)
              .min(Comparator.comparingDouble(this::latency))
              .orElseThrow();
      order.add(next);
      left.remove(next);
    }
    USUAL_ORDER.stream().filter(relation -> !order.contains(relation)).forEach(order::add);
    return List.copyOf(order);
  }

  /**
   * True if an aggregator on an SMT sibling costs the owner more than one on another physical core
   * of the node; also if nothing was measured to tell.
   */
  public boolean siblingCosts() {
    Optional<Cost> sibling = of(Relation.SIBLING);
    double others =
        costs.entrySet().stream()
            .filter(cost -> cost.getKey() != Relation.SIBLING)
            .mapToDouble(cost -> cost.getValue().slowdown())
            .min()
            .orElse(1);
    return sibling.isEmpty() || sibling.get().slowdown() > others + SAME_SLOWDOWN;
  }

  private double slowdown(Relation relation) {
    return of(relation).orElseThrow().slowdown();
  }

  private double latency(Relation relation) {
    return of(relation).orElseThrow().latencyNanos();
  }

  private static double median(List<AggregatorCost> costs, ToDoubleFunction<AggregatorCost> value) {
    double[] sorted = costs.stream().mapToDouble(value).sorted().toArray();
    return sorted[(sorted.length - 1) / 2];
  }
}
