package io.numetry.numa;

import io.numetry.numa.lib.LibC;

/** Reserves address space, opens it, gives it back; refusals of the kernel are exceptions. */
final class AddressSpace {

  private final LinuxLibraries libraries;

  AddressSpace(LinuxLibraries libraries) {
    this.libraries = libraries;
  }

  /** What a range is for, in messages. */
  record Purpose(int node, long bytes, MemoryTag tag) {}

  /**
   * Address space without access, so that no page can come.
   *
   * @param flags further to those of private anonymous memory
   */
  long reserve(Purpose purpose, long bytes, int flags) {
    long address = tryReserve(bytes, flags);
    if (address == LibC.MAP_FAILED) {
      throw refused(purpose, libraries.errno());
    }
    return address;
  }

  /** As {@link #reserve}; {@link LibC#MAP_FAILED} if the kernel refuses, and errno says why. */
  long tryReserve(long bytes, int flags) {
    int allFlags = LibC.MAP_PRIVATE | LibC.MAP_ANONYMOUS | flags;
    return libraries.libc().mmap(0, bytes, LibC.PROT_NONE, allFlags, -1, 0);
  }

  /** As {@link #reserve}, at a multiple of a power of two. */
  long reserveAligned(Purpose purpose, long bytes, int flags, long alignment) {
    long start = reserve(purpose, bytes + alignment, flags);
    long address = (start + alignment - 1) & -alignment;
    giveBack(start, address - start);
    giveBack(address + bytes, start + alignment - address);
    return address;
  }

  /** Lets the range be read and written; gives it back if the kernel refuses. */
  void open(Purpose purpose, long address, long bytes) {
    int protection = LibC.PROT_READ | LibC.PROT_WRITE;
    if (libraries.libc().mprotect(address, bytes, protection) != 0) {
      int errno = libraries.errno();
      giveBack(address, bytes);
      throw refused(purpose, errno);
    }
  }

  /** On the way out of something that failed, or for what was reserved too much. */
  void giveBack(long address, long bytes) {
    if (bytes > 0) {
      int ignored = libraries.libc().munmap(address, bytes); // address space alone would be lost
    }
  }

  private PlacementException refused(Purpose purpose, int errno) {
    return new PlacementException(
        "reserve: the kernel refused bytes="
            + purpose.bytes()
            + " node="
            + purpose.node()
            + " tag="
            + purpose.tag().name()
            + ", "
            + libraries.describe(errno)
            + "; ask for less, or see ulimit -v and vm.max_map_count");
  }
}
