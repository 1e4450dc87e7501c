package io.numetry.bench.suite.rows;

import java.util.Optional;

/**
 * What a row asks of a run.
 *
 * @param full true if it takes too long for a quick one
 * @param cpus that must be there
 * @param why they must be
 */
public record Needs(boolean full, int cpus, String why) {
  static final Needs NOTHING = new Needs(false, 1, "");

  /**
   * Why a run leaves it out; empty if it does not.
   *
   * @param full what the run is
   * @param cpus what the machine has
   */
  public Optional<String> missing(boolean full, int cpus) {
    if (cpus < this.cpus) {
      return Optional.of("needs " + this.cpus + " CPUs" + why + ", this machine has " + cpus);
    }
    return this.full && !full ? Optional.of("only measured with --full") : Optional.empty();
  }
}
