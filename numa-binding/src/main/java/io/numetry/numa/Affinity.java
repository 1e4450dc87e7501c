package io.numetry.numa;

import io.numetry.numa.lib.LibC;

/** The kernel's CPU masks of threads. */
final class Affinity {

  private static final int CALLING_THREAD = 0;

  /** 1024 CPUs, as many as glibc's cpu_set_t holds; kernels built for more want a longer mask. */
  private static final int SHORTEST_MASK_WORDS = 16;

  private static final int LONGEST_MASK_WORDS = (CpuSet.HIGHEST_CPU + 1) / Long.SIZE;

  private final LinuxLibraries libraries;

  Affinity(LinuxLibraries libraries) {
    this.libraries = libraries;
  }

  /**
   * The CPUs given to this process from outside: those of the thread it started with. A JVM's Java
   * threads are others, so one pinned already by somebody does not pass for the whole process.
   */
  CpuSet ofProcess() {
    return read(Math.toIntExact(ProcessHandle.current().pid()));
  }

  CpuSet ofCallingThread() {
    return read(CALLING_THREAD);
  }

  private CpuSet read(int threadId) {
    for (int words = SHORTEST_MASK_WORDS; ; words *= 2) {
      long[] mask = new long[words];
      if (libraries.libc().sched_getaffinity(threadId, bytes(mask), mask) >= 0) {
        return CpuSet.ofMask(mask);
      }
      int errno = libraries.errno();
      if (errno != LibC.EINVAL || words >= LONGEST_MASK_WORDS) {
        throw new PlacementException(
            "sched_getaffinity: thread=" + threadId + ", " + libraries.describe(errno));
      }
    }
  }

  /**
   * Moves the calling thread before it returns, if the thread is elsewhere.
   *
   * @param what for the message: what the caller was doing
   */
  void setCallingThread(String what, CpuSet cpus) {
    long[] mask = cpus.toMask();
    if (libraries.libc().sched_setaffinity(CALLING_THREAD, bytes(mask), mask) != 0) {
      throw new PlacementException(
          what
              + ": the kernel refused cpus="
              + cpus
              + ", "
              + libraries.describe(libraries.errno())
              + "; see that cpuset.cpus allows them");
    }
  }

  private static long bytes(long[] mask) {
    return (long) mask.length * Long.BYTES;
  }
}
