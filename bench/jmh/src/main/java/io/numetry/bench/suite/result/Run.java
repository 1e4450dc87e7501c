package io.numetry.bench.suite.result;

import io.numetry.bench.support.measure.Load;
import io.numetry.bench.support.measure.OthersWatch.Others;
import java.util.List;

/**
 * How the figures came about.
 *
 * @param startedAt by RFC 3339, in UTC
 * @param only an expression that benchmarks were chosen by; empty for all
 * @param commit of the sources, with a plus if they were changed since
 * @param cpus that the process may use
 * @param load what others did before and after
 * @param others what others did meanwhile
 * @param loaded true if the figures are not to be quoted for it
 * @param why it is loaded; empty if it is not
 */
public record Run(
    String startedAt,
    double seconds,
    Mode mode,
    String only,
    String commit,
    int cpus,
    List<Fact> machine,
    List<Timing> timings,
    Load load,
    Others others,
    boolean loaded,
    String why) {
  public Run {
    machine = List.copyOf(machine);
    timings = List.copyOf(timings);
  }

  /** False if it was too short for its figures to mean anything, or the machine was busy. */
  public boolean isQuotable() {
    return !mode.isSmoke() && !loaded;
  }

  /** In a few words, for a table's head. */
  public String standing() {
    if (loaded) {
      return "loaded: not quotable (" + why + ")";
    }
    return mode.isSmoke() ? "smoke: not quotable" : "quiet machine";
  }

  /** A fact of the machine. */
  public String fact(String name) {
    return machine.stream()
        .filter(fact -> fact.name().equals(name))
        .map(Fact::value)
        .findFirst()
        .orElse("unknown");
  }
}
