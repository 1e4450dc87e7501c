package io.numetry.numa;

import io.numetry.numa.lib.LibC;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** An anonymous private mapping. */
final class MappedMemory extends TrackedMemory {

  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

  private final LinuxLibraries libraries;
  private final boolean bound;

  MappedMemory(
      LinuxLibraries libraries, long address, long bytes, int node, boolean bound, MemoryTag tag) {
    super(node, tag, address, bytes, libraries.pageBytes());
    this.libraries = libraries;
    this.bound = bound;
  }

  @Override
  public boolean bound() {
    return bound;
  }

  @Override
  void populate(long offset, long bytes) {
    if (libraries.libc().madvise(address() + offset, bytes, LibC.MADV_POPULATE_WRITE) == 0) {
      return;
    }
    int errno = libraries.errno();
    if (errno != LibC.EINVAL) {
      throw refused("touch", offset, bytes, errno);
    }
    populateByWriting(offset, bytes);
  }

  /**
   * For kernels before 5.14. A page comes by being written to; what is written must not undo a
   * store that another thread makes at the same time, so it is an atomic addition of nothing.
   */
  private void populateByWriting(long offset, long bytes) {
    for (long page = offset; page < offset + bytes; page += pageBytes()) {
      int ignored = (int) INT.getAndAdd(segment(), page, 0);
    }
  }

  @Override
  void discard(long offset, long bytes) {
    LibC libc = libraries.libc();
    // EINVAL here means locked pages: a process under mlockall(2) has no others.
    if (libc.madvise(address() + offset, bytes, LibC.MADV_DONTNEED) != 0
        && libc.madvise(address() + offset, bytes, LibC.MADV_DONTNEED_LOCKED) != 0) {
      throw refused("release", offset, bytes, libraries.errno());
    }
  }

  @Override
  void unmap() {
    if (libraries.libc().munmap(address(), byteSize()) != 0) {
      throw refused("close", 0, byteSize(), libraries.errno());
    }
  }

  private PlacementException refused(String what, long offset, long bytes, int errno) {
    return new PlacementException(
        what
            + ": the kernel refused offset="
            + offset
            + " bytes="
            + bytes
            + " node="
            + node()
            + " tag="
            + tag().name()
            + ", "
            + libraries.describe(errno));
  }
}
