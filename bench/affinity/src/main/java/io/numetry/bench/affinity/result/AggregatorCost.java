package io.numetry.bench.affinity.result;

/**
 * What an aggregator that drains without a pause does to an owner, and how long its flips take.
 *
 * @param alone nanoseconds of an owner's turn (four adds and a poll) while nobody drains; batches
 * @param with the same while the aggregator drains
 * @param latency nanoseconds from asking for a flip until the half is drained; single flips
 * @param flips drained while the owner was timed
 * @param flipCostNanos what a flip and all that comes with it costs the owner
 */
public record AggregatorCost(
    int ownerCpu,
    int ownerNode,
    int aggregatorCpu,
    int aggregatorNode,
    Relation relation,
    Spread alone,
    Spread with,
    Spread latency,
    long flips,
    double flipCostNanos) {

  /** 1.25 if the owner's turns take a quarter longer. */
  public double slowdown() {
    return with.p50() / alone.p50();
  }
}
