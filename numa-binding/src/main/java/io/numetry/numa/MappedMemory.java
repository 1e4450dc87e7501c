package io.numetry.numa;

import io.numetry.numa.MemoryOptions.Pages;
import io.numetry.numa.NodeMapper.Opened;
import io.numetry.numa.lib.LibC;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** An anonymous private mapping. */
final class MappedMemory extends TrackedMemory {

  private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

  private static final MemoryRoom ROOM = new MemoryRoom(Path.of("/"));

  private final LinuxLibraries libraries;
  private final OptionalInt memoryNode;
  private final MemoryOptions options;
  private final List<String> shortfalls;
  private final @Nullable PageLocator locator;

  /**
   * @param options those in force
   * @param locator null if pages cannot be asked for
   */
  MappedMemory(
      LinuxLibraries libraries,
      Opened range,
      int node,
      MemoryTag tag,
      MemoryOptions options,
      List<String> shortfalls,
      @Nullable PageLocator locator) {
    super(node, tag, range.address(), range.bytes(), range.unitBytes());
    this.libraries = libraries;
    this.memoryNode = range.memoryNode();
    this.options = options;
    this.shortfalls = List.copyOf(shortfalls);
    this.locator = locator;
    if (range.full()) {
      bookAllTouched();
    }
  }

  @Override
  public boolean bound() {
    return memoryNode.equals(OptionalInt.of(node()));
  }

  @Override
  public OptionalInt memoryNode() {
    return memoryNode;
  }

  @Override
  public MemoryOptions options() {
    return options;
  }

  @Override
  public List<String> shortfalls() {
    return shortfalls;
  }

  @Override
  PageLocations located(long offset, long bytes, LongPredicate touched) {
    if (locator == null) {
      PageCount count = new PageCount(libraries.pageBytes());
      count.unknown(bytes / libraries.pageBytes(), "locate: libnuma cannot be used, nobody to ask");
      return count.toLocations();
    }
    return locator.locate(address() + offset, bytes, at -> touched.test(offset + at));
  }

  @Override
  void populate(long offset, long bytes) {
    ROOM.shortage(memoryNode, bytes)
        .ifPresent(
            why -> {
              throw new PlacementException("touch: tag=" + tag().name() + ", " + why);
            });
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
    for (long page = offset; page < offset + bytes; page += libraries.pageBytes()) {
      int ignored = (int) INT.getAndAdd(segment(), page, 0);
    }
  }

  @Override
  boolean discard(long offset, long bytes) {
    if (options.pages() == Pages.POOLED_HUGE) {
      segment().asSlice(offset, bytes).fill((byte) 0);
      return false;
    }
    LibC libc = libraries.libc();
    // EINVAL here means locked pages: a process under mlockall(2) has no others.
    if (libc.madvise(address() + offset, bytes, LibC.MADV_DONTNEED) != 0
        && libc.madvise(address() + offset, bytes, LibC.MADV_DONTNEED_LOCKED) != 0) {
      throw refused("release", offset, bytes, libraries.errno());
    }
    return true;
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
