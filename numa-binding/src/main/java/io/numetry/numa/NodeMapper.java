package io.numetry.numa;

import io.numetry.numa.AddressSpace.Purpose;
import io.numetry.numa.MemoryOptions.Locking;
import io.numetry.numa.MemoryOptions.Pages;
import io.numetry.numa.lib.LibC;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Maps address space whose pages will come from one node. For any thread.
 *
 * <p>The policy has to be there before any page is: it decides where pages come from and moves
 * none. In a process under {@code mlockall(MCL_FUTURE)} accessible memory is full of pages as soon
 * as it is mapped; so it becomes accessible last.
 */
final class NodeMapper {

  private static final MemoryRoom ROOM = new MemoryRoom(Path.of("/"));

  private final LinuxLibraries libraries;
  private final NodeBinding binding;
  private final HugePageSupport hugePages;
  private final @Nullable PageLocator locator;
  private final Degradation degradation;
  private final AddressSpace space;
  private final PageLock lock;

  /**
   * @param locator null if pages cannot be asked for
   */
  NodeMapper(
      LinuxLibraries libraries,
      NodeBinding binding,
      HugePageSupport hugePages,
      @Nullable PageLocator locator,
      Degradation degradation) {
    this.libraries = libraries;
    this.binding = binding;
    this.hugePages = hugePages;
    this.locator = locator;
    this.degradation = degradation;
    this.space = new AddressSpace(libraries);
    this.lock = new PageLock(libraries);
  }

  NodeMemory map(NumaNode node, long bytes, MemoryTag tag, MemoryOptions options) {
    Purpose purpose = new Purpose(node.id(), bytes, tag);
    List<String> shortfalls = new ArrayList<>();
    Opened opened = open(node, purpose, options, shortfalls);
    Locking locking = locked(opened, options, shortfalls);
    MemoryOptions granted = opened.granted().withLocking(locking);
    MappedMemory memory =
        new MappedMemory(libraries, opened, node.id(), tag, granted, shortfalls, locator);
    if (locking == Locking.WHOLE_RANGE) {
      memory.touch(0, memory.byteSize()); // there already, and now in the ledger as well
    }
    return memory;
  }

  /**
   * A range that can be read and written.
   *
   * @param bytes whole pages
   * @param unitBytes bytes in a page of the kind granted
   * @param memoryNode the node that the kernel agreed to; empty if it was told nothing
   * @param full true if all pages are there
   */
  record Opened(
      long address,
      long bytes,
      int unitBytes,
      OptionalInt memoryNode,
      MemoryOptions granted,
      boolean full) {}

  private Opened open(
      NumaNode node, Purpose purpose, MemoryOptions options, List<String> shortfalls) {
    if (options.pages() == Pages.POOLED_HUGE) {
      Opened pooled = pooled(node, purpose, options.poolPageBytes().orElseThrow(), shortfalls);
      if (pooled != null) {
        return pooled;
      }
    }
    if (options.pages() != Pages.ORDINARY) {
      Opened transparent = transparent(node, purpose, shortfalls);
      if (transparent != null) {
        return transparent;
      }
    }
    return ordinary(node, purpose);
  }

  private Opened ordinary(NumaNode node, Purpose purpose) {
    int unit = libraries.pageBytes();
    long bytes = TrackedMemory.wholePages(purpose.bytes(), unit);
    long address = space.reserve(purpose, bytes, LibC.MAP_NORESERVE);
    OptionalInt memoryNode = binding.bind(address, bytes, node);
    space.open(purpose, address, bytes);
    return new Opened(address, bytes, unit, memoryNode, MemoryOptions.NONE, false);
  }

  private @Nullable Opened transparent(NumaNode node, Purpose purpose, List<String> shortfalls) {
    if (hugePages.switchedOff()) {
      shortfall(
          shortfalls,
          "transparent huge pages",
          "huge pages: file="
              + hugePages.file()
              + " says never, ordinary pages are used; write madvise there");
      return null;
    }
    int unit = Math.toIntExact(hugePages.pageBytes());
    long bytes = TrackedMemory.wholePages(purpose.bytes(), unit);
    long address = space.reserveAligned(purpose, bytes, LibC.MAP_NORESERVE, unit);
    OptionalInt memoryNode = binding.bind(address, bytes, node);
    if (libraries.libc().madvise(address, bytes, LibC.MADV_HUGEPAGE) != 0) {
      int errno = libraries.errno();
      space.giveBack(address, bytes);
      shortfall(
          shortfalls,
          "transparent huge pages",
          "huge pages: MADV_HUGEPAGE refused, "
              + libraries.describe(errno)
              + ", ordinary pages are used");
      return null;
    }
    space.open(purpose, address, bytes);
    MemoryOptions granted = MemoryOptions.NONE.withTransparentHugePages();
    return new Opened(address, bytes, unit, memoryNode, granted, false);
  }

  /**
   * All pages are taken at once: a pool that is empty when a page is wanted ends the process by
   * SIGBUS, while MADV_POPULATE_WRITE answers with an error.
   */
  private @Nullable Opened pooled(
      NumaNode node, Purpose purpose, long pageBytes, List<String> shortfalls) {
    int unit = pageBytes > 1 << 30 ? 0 : (int) pageBytes;
    String kind = "pooled huge pages of bytes=" + pageBytes;
    if (unit == 0) {
      shortfall(shortfalls, kind, "huge pages: " + kind + " are too large here, use 1073741824");
      return null;
    }
    long bytes = TrackedMemory.wholePages(purpose.bytes(), unit);
    int size = Long.numberOfTrailingZeros(pageBytes) << LibC.MAP_HUGE_SHIFT;
    long address = space.tryReserve(bytes, LibC.MAP_HUGETLB | size);
    if (address == LibC.MAP_FAILED) {
      String refusal = "mmap: refused, " + libraries.describe(libraries.errno());
      shortfall(shortfalls, kind, withoutPool(kind, refusal));
      return null;
    }
    OptionalInt memoryNode = binding.bind(address, bytes, node);
    space.open(purpose, address, bytes);
    if (libraries.libc().madvise(address, bytes, LibC.MADV_POPULATE_WRITE) != 0) {
      int errno = libraries.errno();
      space.giveBack(address, bytes);
      shortfall(
          shortfalls, kind, withoutPool(kind, notPopulated(memoryNode.orElse(node.id()), errno)));
      return null;
    }
    MemoryOptions granted =
        new MemoryOptions(Pages.POOLED_HUGE, OptionalLong.of(pageBytes), Locking.NONE);
    return new Opened(address, bytes, unit, memoryNode, granted, true);
  }

  private String notPopulated(int node, int errno) {
    return errno == LibC.EINVAL
        ? "this kernel cannot bring pages in without the risk of SIGBUS, Linux 5.14 or later can"
        : "the pool of node=" + node + " has too few, " + libraries.describe(errno);
  }

  private static String withoutPool(String kind, String why) {
    return "huge pages: "
        + kind
        + " cannot be had, transparent ones are tried; see nr_hugepages of the node. "
        + why;
  }

  private Locking locked(Opened opened, MemoryOptions options, List<String> shortfalls) {
    if (options.locking() == Locking.NONE) {
      return Locking.NONE;
    }
    String refusal =
        shortage(opened, options.locking())
            .or(() -> lock.lock(opened.address(), opened.bytes(), options.locking()))
            .orElse(null);
    if (refusal == null) {
      return options.locking();
    }
    if (!opened.full()) {
      int ignored = libraries.libc().madvise(opened.address(), opened.bytes(), LibC.MADV_DONTNEED);
    }
    shortfall(shortfalls, "locking", refusal);
    return Locking.NONE;
  }

  /** Locking a whole range brings it in. */
  private static Optional<String> shortage(Opened opened, Locking locking) {
    return locking == Locking.WHOLE_RANGE && !opened.full()
        ? ROOM.shortage(opened.memoryNode(), opened.bytes()).map(why -> "lock: " + why)
        : Optional.empty();
  }

  private void shortfall(List<String> shortfalls, String kind, String text) {
    shortfalls.add(text);
    degradation.note(kind, text);
  }
}
