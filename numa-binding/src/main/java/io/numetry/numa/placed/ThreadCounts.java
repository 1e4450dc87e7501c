package io.numetry.numa.placed;

import io.numetry.numa.proc.ProcStat;
import io.numetry.numa.proc.ProcStatus;
import io.numetry.numa.proc.ThreadReader;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the kernel has counted of a thread; empty where it does not tell.
 *
 * @param minorFaults page faults served from memory
 * @param majorFaults page faults that a disk was read for
 * @param voluntarySwitches how often it gave its CPU up
 * @param involuntarySwitches how often its CPU was taken from it
 * @param migrations how often it went to another CPU
 */
public record ThreadCounts(
    OptionalLong minorFaults,
    OptionalLong majorFaults,
    OptionalLong voluntarySwitches,
    OptionalLong involuntarySwitches,
    OptionalLong migrations) {

  public static final ThreadCounts UNKNOWN =
      new ThreadCounts(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());

  static ThreadCounts read(ThreadReader reader, ProcStat stat) {
    Optional<ProcStatus> status = reader.status();
    return new ThreadCounts(
        stat.minorFaults(),
        stat.majorFaults(),
        status.map(ProcStatus::voluntarySwitches).orElse(OptionalLong.empty()),
        status.map(ProcStatus::involuntarySwitches).orElse(OptionalLong.empty()),
        reader.migrations());
  }

  /** How much has been counted since another time; empty where either is not known. */
  public ThreadCounts since(ThreadCounts earlier) {
    return new ThreadCounts(
        minus(minorFaults, earlier.minorFaults),
        minus(majorFaults, earlier.majorFaults),
        minus(voluntarySwitches, earlier.voluntarySwitches),
        minus(involuntarySwitches, earlier.involuntarySwitches),
        minus(migrations, earlier.migrations));
  }

  private static OptionalLong minus(OptionalLong now, OptionalLong earlier) {
    return now.isPresent() && earlier.isPresent()
        ? OptionalLong.of(now.getAsLong() - earlier.getAsLong())
        : OptionalLong.empty();
  }
}
