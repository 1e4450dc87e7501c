package io.numetry.bench.chaos.ledger;

import java.util.Collections;
import java.util.List;

/**
 * How a life of the process ended.
 *
 * @param life its number
 * @param killed by signal 9; else it was told to end, and has
 * @param mayHaveDropped for each exporter, whether its spool may have dropped something between the
 *     last sample and the kill: its disk was full, or it was near its limit
 */
public record LifeEnd(int life, boolean killed, List<Boolean> mayHaveDropped) {

  public LifeEnd {
    mayHaveDropped = List.copyOf(mayHaveDropped);
  }

  /** It has ended in order. */
  public static LifeEnd inOrder(int life, int exporters) {
    return new LifeEnd(life, false, Collections.nCopies(exporters, false));
  }
}
