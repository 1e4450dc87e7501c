package io.numetry.numa;

import io.numetry.numa.lib.LibC;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps address space whose pages will come from one node. */
final class NodeMapper {

  private final LinuxLibraries libraries;
  private final @Nullable NodeBinder binder;
  private final Degradation degradation;

  /**
   * @param binder null if memory cannot be bound; the degradation knows why
   */
  NodeMapper(LinuxLibraries libraries, @Nullable NodeBinder binder, Degradation degradation) {
    this.libraries = libraries;
    this.binder = binder;
    this.degradation = degradation;
  }

  /**
   * The policy has to be there before any page is: it decides where pages come from and moves none.
   * In a process under {@code mlockall(MCL_FUTURE)} accessible memory is full of pages as soon as
   * it is mapped; so it becomes accessible last.
   */
  NodeMemory map(NumaNode node, long bytes, MemoryTag tag) {
    long wholeBytes = TrackedMemory.wholePages(bytes, libraries.pageBytes());
    long address = reserve(node, wholeBytes, tag);
    boolean bound = bind(address, wholeBytes, node);
    open(address, wholeBytes, node, tag);
    return new MappedMemory(libraries, address, wholeBytes, node.id(), bound, tag);
  }

  private long reserve(NumaNode node, long bytes, MemoryTag tag) {
    int flags = LibC.MAP_PRIVATE | LibC.MAP_ANONYMOUS | LibC.MAP_NORESERVE;
    long address = libraries.libc().mmap(0, bytes, LibC.PROT_NONE, flags, -1, 0);
    if (address == LibC.MAP_FAILED) {
      throw refused(node, bytes, tag, libraries.errno());
    }
    return address;
  }

  private boolean bind(long address, long bytes, NumaNode node) {
    if (binder == null) {
      return false;
    }
    Optional<String> refusal =
        node.hasMemory()
            ? binder.bind(address, bytes, node.id())
            : Optional.of(
                "reserve: node=" + node.id() + " has no memory, the kernel takes another's");
    refusal.ifPresent(degradation::report);
    return refusal.isEmpty();
  }

  private void open(long address, long bytes, NumaNode node, MemoryTag tag) {
    int protection = LibC.PROT_READ | LibC.PROT_WRITE;
    if (libraries.libc().mprotect(address, bytes, protection) != 0) {
      int errno = libraries.errno();
      int ignored = libraries.libc().munmap(address, bytes); // the refusal above is what to tell of
      throw refused(node, bytes, tag, errno);
    }
  }

  private PlacementException refused(NumaNode node, long bytes, MemoryTag tag, int errno) {
    return new PlacementException(
        "reserve: the kernel refused bytes="
            + bytes
            + " node="
            + node.id()
            + " tag="
            + tag.name()
            + ", "
            + libraries.describe(errno)
            + "; ask for less, or see ulimit -v and vm.max_map_count");
  }
}
