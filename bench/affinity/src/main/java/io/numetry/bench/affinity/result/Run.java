package io.numetry.bench.affinity.result;

import java.util.List;

/**
 * How the figures came about.
 *
 * @param startedAt by RFC 3339, in UTC
 * @param mode quick, full or smoke
 * @param seconds that measuring took
 * @param jvmArguments as the virtual machine was started
 */
public record Run(String startedAt, Mode mode, double seconds, List<String> jvmArguments) {

  /** How much is measured. */
  public enum Mode {
    /** A pair of CPUs for each relation and pair of nodes where there are many. */
    QUICK,
    /** Every pair. */
    FULL,
    /** Too short for figures to mean anything. */
    SMOKE
  }

  public Run {
    jvmArguments = List.copyOf(jvmArguments);
  }
}
