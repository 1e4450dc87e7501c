package io.numetry.numa.placed;

import io.numetry.numa.CpuSet;
import io.numetry.numa.proc.ProcStat;
import io.numetry.numa.proc.ProcStatus;
import io.numetry.numa.proc.ThreadReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A placed thread as the kernel sees it now.
 *
 * @param there false if the kernel has no such thread, or another one of that number
 * @param allowedCpus the CPUs it may run on; empty if that is not told
 * @param lastCpu the one it ran on last; empty if that is not told
 * @param since what has been counted since it was placed
 */
public record ThreadState(
    PlacedThread placed,
    boolean there,
    Optional<CpuSet> allowedCpus,
    OptionalInt lastCpu,
    ThreadCounts since) {

  /**
   * Reads it.
   *
   * @param root the folder that proc is in
   * @param process its number, or "self"
   */
  public static ThreadState read(Path root, String process, PlacedThread placed) {
    var reader = new ThreadReader(root, process, placed.kernelThread());
    ProcStat stat = reader.stat().orElse(null);
    boolean another =
        stat != null
            && placed.startTicks().isPresent()
            && !placed.startTicks().equals(stat.startTicks());
    if (stat == null || another) {
      return ended(placed);
    }
    return new ThreadState(
        placed,
        true,
        reader.status().flatMap(ProcStatus::allowedCpus),
        stat.lastCpu().isPresent()
            ? OptionalInt.of((int) stat.lastCpu().getAsLong())
            : OptionalInt.empty(),
        ThreadCounts.read(reader, stat).since(placed.before()));
  }

  /** One that is there no more. */
  public static ThreadState ended(PlacedThread placed) {
    return new ThreadState(
        placed, false, Optional.empty(), OptionalInt.empty(), ThreadCounts.UNKNOWN);
  }

  /** True if the kernel may let it run elsewhere than it was to, or has done so last. */
  public boolean isMisplaced() {
    CpuSet wanted = placed.wantedCpus();
    return there
        && !wanted.isEmpty()
        && (allowedCpus.filter(allowed -> !wanted.containsAll(allowed)).isPresent()
            || (lastCpu.isPresent() && !wanted.contains(lastCpu.getAsInt())));
  }
}
