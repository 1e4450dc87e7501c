package io.numetry.numa.placed;

import io.numetry.numa.proc.KernelText;
import io.numetry.numa.proc.NumaMaps;
import io.numetry.numa.proc.ProcStat;
import io.numetry.numa.proc.ProcessReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A process and what it has placed.
 *
 * @param startTicks when it began, in ticks since boot: tells it from a later process of that
 *     number
 * @param bootId of the boot that the ticks are counted from; blank if the kernel does not tell
 */
public record PlacedProcess(
    long pid,
    OptionalLong startTicks,
    String bootId,
    List<PlacedThread> threads,
    List<PlacedRange> ranges) {

  private static final String SELF = "self";

  public PlacedProcess {
    threads = List.copyOf(threads);
    ranges = List.copyOf(ranges);
  }

  /**
   * This process.
   *
   * @param root the folder that proc is in
   */
  public static PlacedProcess ofThis(
      Path root, List<PlacedThread> threads, List<PlacedRange> ranges) {
    return new PlacedProcess(
        ProcessHandle.current().pid(), startTicks(root, SELF), bootId(root), threads, ranges);
  }

  /**
   * Why what is told here says nothing of the process that has this number now; empty if it does.
   *
   * @param root the folder that proc is in
   */
  public Optional<String> staleBecause(Path root) {
    String booted = bootId(root);
    if (!bootId.isBlank() && !booted.isBlank() && !booted.equals(bootId)) {
      return Optional.of("it was written before this host was booted, boot=" + bootId);
    }
    OptionalLong running = startTicks(root, Long.toString(pid));
    if (running.isEmpty()) {
      return Optional.of("process pid=" + pid + " has ended, or is not in this pid namespace");
    }
    if (startTicks.isPresent() && !startTicks.equals(running)) {
      return Optional.of(
          "pid="
              + pid
              + " is another process by now: started="
              + running.getAsLong()
              + ", in the file started="
              + startTicks.getAsLong());
    }
    return Optional.empty();
  }

  /** The threads as the kernel sees them now. */
  public List<ThreadState> threadStates(Path root) {
    return threads.stream()
        .map(thread -> ThreadState.read(root, Long.toString(pid), thread))
        .toList();
  }

  /** The ranges as {@code numa_maps} has them now. */
  public List<RangeState> rangeStates(Path root) {
    Path folder = new ProcessReader(root, Long.toString(pid)).folder();
    NumaMaps maps = NumaMaps.read(folder).orElse(null);
    if (maps != null) {
      return ranges.stream().map(range -> RangeState.read(range, ranges, maps)).toList();
    }
    String why = "cannot read file=" + folder.resolve("numa_maps") + " beside maps";
    return ranges.stream()
        .map(range -> new RangeState(range, new PageTally(0, 0, 0, pages(range), why)))
        .toList();
  }

  private static long pages(PlacedRange range) {
    return range.bytes() / RangeState.PAGE_BYTES;
  }

  private static OptionalLong startTicks(Path root, String process) {
    return new ProcessReader(root, process)
        .stat()
        .map(ProcStat::startTicks)
        .orElse(OptionalLong.empty());
  }

  private static String bootId(Path root) {
    return KernelText.read(root.resolve("proc/sys/kernel/random/boot_id"))
        .map(String::strip)
        .orElse("");
  }
}
