package io.numetry.numa.proc;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what the kernel keeps of one thread. Allocates. */
public final class ThreadReader {
  private final Path folder;
  private OptionalLong startTicks = OptionalLong.empty();

  /**
   * A thread of this process.
   *
   * @param root the folder that proc is in
   * @param kernelThread the thread's number, see {@code gettid(2)}
   */
  public ThreadReader(Path root, int kernelThread) {
    this(root, "self", kernelThread);
  }

  /**
   * @param root the folder that proc is in
   * @param process its number, or "self"
   * @param kernelThread the thread's number, see {@code gettid(2)}
   */
  public ThreadReader(Path root, String process, int kernelThread) {
    this.folder = root.resolve("proc/" + process + "/task/" + kernelThread);
  }

  public Path folder() {
    return folder;
  }

  /** Empty, too, if another thread has the number by now. */
  public Optional<ProcStat> stat() {
    Optional<ProcStat> stat =
        KernelText.read(folder.resolve("stat"))
            .flatMap(ProcStat::parse)
            .filter(each -> each.startTicks().isPresent());
    if (stat.isPresent() && startTicks.isEmpty()) {
      startTicks = stat.get().startTicks();
    }
    return stat.filter(each -> each.startTicks().equals(startTicks));
  }

  public Optional<ProcStatus> status() {
    return KernelText.read(folder.resolve("status")).map(ProcStatus::new);
  }

  /** How often it went to another CPU; kernels built without scheduler debugging do not tell. */
  public OptionalLong migrations() {
    return KernelText.read(folder.resolve("sched"))
        .map(text -> KernelText.valueOf(text, "se.nr_migrations"))
        .orElse(OptionalLong.empty());
  }
}
