package io.numetry.numa;

import io.numetry.numa.MemoryOptions.Locking;
import io.numetry.numa.lib.LibC;
import java.util.Optional;

/** Locks ranges in memory, and takes a refusal for an answer. */
final class PageLock {

  private final LinuxLibraries libraries;

  PageLock(LinuxLibraries libraries) {
    this.libraries = libraries;
  }

  /**
   * Locks a range, or leaves it unlocked; some of its pages may be there then.
   *
   * @return why the kernel refused; empty if it agreed
   */
  Optional<String> lock(long address, long bytes, Locking locking) {
    int flags = locking == Locking.AS_TOUCHED ? LibC.MLOCK_ONFAULT : 0;
    if (libraries.libc().mlock2(address, bytes, flags) == 0) {
      return Optional.empty();
    }
    int errno = libraries.errno();
    // A range that could be locked in part is marked as locked in part.
    int ignored = libraries.libc().munlock(address, bytes);
    return Optional.of(
        "lock: the kernel refused bytes="
            + bytes
            + ", "
            + libraries.describe(errno)
            + "; see ulimit -l, or ask for less");
  }
}
