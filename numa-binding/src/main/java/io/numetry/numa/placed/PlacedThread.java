package io.numetry.numa.placed;

import io.numetry.numa.CpuSet;
import io.numetry.numa.proc.ProcStat;
import io.numetry.numa.proc.ThreadReader;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A thread and where it was to be.
 *
 * @param name of the core, or of what it serves
 * @param kernelThread its number, see {@code gettid(2)}
 * @param startTicks tells it from a later thread of the same number; empty if the kernel did not
 *     tell
 * @param wantedCpus the CPUs it was to be pinned to; none for a thread left to the scheduler
 * @param wantedNode the node it serves or whose memory it uses; empty for one that serves all
 * @param before what had been counted when it was placed
 */
public record PlacedThread(
    ThreadRole role,
    String name,
    int kernelThread,
    OptionalLong startTicks,
    CpuSet wantedCpus,
    OptionalInt wantedNode,
    ThreadCounts before) {

  /**
   * A thread of this process that has just been placed.
   *
   * @param root the folder that proc is in
   */
  public static PlacedThread now(
      Path root,
      ThreadRole role,
      String name,
      int kernelThread,
      CpuSet wantedCpus,
      OptionalInt wantedNode) {
    var reader = new ThreadReader(root, kernelThread);
    ProcStat stat = reader.stat().orElse(null);
    return new PlacedThread(
        role,
        name,
        kernelThread,
        stat == null ? OptionalLong.empty() : stat.startTicks(),
        wantedCpus,
        wantedNode,
        stat == null ? ThreadCounts.UNKNOWN : ThreadCounts.read(reader, stat));
  }
}
