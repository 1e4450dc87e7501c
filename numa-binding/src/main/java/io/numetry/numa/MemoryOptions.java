package io.numetry.numa;

import java.util.OptionalLong;

/**
 * How a range's pages are to be. All of it is a wish: where the host refuses, a range falls back
 * from pooled huge pages to transparent ones to ordinary ones, and from locked to not locked.
 *
 * @param pages which kind
 * @param poolPageBytes the page size, for {@link Pages#POOLED_HUGE} and for nothing else
 * @param locking whether pages may leave memory
 */
public record MemoryOptions(Pages pages, OptionalLong poolPageBytes, Locking locking) {

  /** Kinds of pages. */
  public enum Pages {
    /** The processor's ordinary ones. */
    ORDINARY,
    /**
     * Huge ones where the kernel finds some. Touching one byte brings a whole huge page.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/madvise.2.html">madvise(2),
     *     MADV_HUGEPAGE</a>
     */
    TRANSPARENT_HUGE,
    /**
     * Huge ones of one size from the pool that an administrator has set aside. All of them are
     * taken when the range is reserved, so that none can be missing later.
     *
     * @see <a href="https://man7.org/linux/man-pages/man2/mmap.2.html">mmap(2), MAP_HUGETLB</a>
     */
    POOLED_HUGE
  }

  /**
   * Whether pages may be swapped out or moved.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/mlock.2.html">mlock2(2)</a>
   */
  public enum Locking {
    /** They may. */
    NONE,
    /** They stay once they are there. */
    AS_TOUCHED,
    /** All of the range is brought in when it is reserved, and stays. */
    WHOLE_RANGE
  }

  /** Ordinary pages, not locked. */
  public static final MemoryOptions NONE =
      new MemoryOptions(Pages.ORDINARY, OptionalLong.empty(), Locking.NONE);

  private static final long LEAST_POOL_PAGE = 16 << 10;

  public MemoryOptions {
    if ((pages == Pages.POOLED_HUGE) != poolPageBytes.isPresent()) {
      throw new IllegalArgumentException(
          "memory options: pages="
              + pages
              + " poolPageBytes="
              + poolPageBytes
              + ", name a size for POOLED_HUGE and for nothing else");
    }
    poolPageBytes.ifPresent(
        bytes -> {
          if (bytes < LEAST_POOL_PAGE || Long.bitCount(bytes) != 1) {
            throw new IllegalArgumentException(
                "memory options: poolPageBytes="
                    + bytes
                    + " is no size of huge pages, write a power of two such as 2097152");
          }
        });
  }

  /** These options with transparent huge pages. */
  public MemoryOptions withTransparentHugePages() {
    return new MemoryOptions(Pages.TRANSPARENT_HUGE, OptionalLong.empty(), locking);
  }

  /**
   * These options with huge pages from the pool.
   *
   * @param pageBytes 2097152 or 1073741824 on most hosts, see /sys/kernel/mm/hugepages
   */
  public MemoryOptions withPooledHugePages(long pageBytes) {
    return new MemoryOptions(Pages.POOLED_HUGE, OptionalLong.of(pageBytes), locking);
  }

  /** These options with another locking. */
  public MemoryOptions withLocking(Locking newLocking) {
    return new MemoryOptions(pages, poolPageBytes, newLocking);
  }
}
