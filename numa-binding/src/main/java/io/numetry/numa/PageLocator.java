package io.numetry.numa;

import io.numetry.numa.lib.LibC;
import io.numetry.numa.lib.LibNuma;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Asks the kernel where pages lie: by move_pages, which tells of many at once; where a container's
 * filter refuses that, page by page by get_mempolicy. Stateless, for any thread.
 */
final class PageLocator {

  static final int BATCH_PAGES = 1024;

  /** Neither a node nor an errno: the kernel wrote nothing. */
  private static final int UNWRITTEN = Integer.MIN_VALUE;

  private final LibNuma libnuma;
  private final LinuxLibraries libraries;

  PageLocator(LibNuma libnuma, LinuxLibraries libraries) {
    this.libnuma = libnuma;
    this.libraries = libraries;
  }

  /**
   * @param bytes whole pages, all mapped
   * @param touched whether the page at an offset is known to be there for itself, and not as the
   *     page of zeros that all memory that was only read shares
   */
  PageLocations locate(long address, long bytes, LongPredicate touched) {
    int pageBytes = libraries.pageBytes();
    PageCount count = new PageCount(pageBytes);
    Range range = new Range(address, touched, pageBytes);
    long pages = bytes / pageBytes;
    for (long first = 0; first < pages; first += BATCH_PAGES) {
      int batch = (int) Math.min(BATCH_PAGES, pages - first);
      String refusal = byMovePages(range, first, batch, count);
      if (!refusal.isEmpty()) {
        byMempolicy(range, first, pages, refusal, count);
        break;
      }
    }
    return count.toLocations();
  }

  private record Range(long address, LongPredicate touched, int pageBytes) {
    long addressOf(long page) {
      return address + page * pageBytes;
    }
  }

  /**
   * @return why the kernel refused; empty if it answered
   */
  private String byMovePages(Range range, long first, int batch, PageCount count) {
    long[] addresses = new long[batch];
    Arrays.setAll(addresses, i -> range.addressOf(first + i));
    int[] status = new int[batch];
    Arrays.fill(status, UNWRITTEN);
    if (libnuma.move_pages(0, batch, addresses, null, status, 0) != 0) {
      return "move_pages: refused, " + libraries.describe(libraries.errno());
    }
    for (int answer : status) {
      switch (answer) {
        case -LibC.ENOENT, -LibC.EFAULT -> count.notPresent();
        case UNWRITTEN -> count.unknown(1, "move_pages: the kernel left pages out");
        default -> {
          if (answer >= 0) {
            count.onNode(answer);
          } else {
            count.unknown(1, "move_pages: a page could not be told, status=" + answer);
          }
        }
      }
    }
    return "";
  }

  /** All pages from the first to the end. */
  private void byMempolicy(
      Range range, long first, long pages, String movePagesRefusal, PageCount count) {
    for (long page = first; page < pages; page += BATCH_PAGES) {
      int batch = (int) Math.min(BATCH_PAGES, pages - page);
      byte[] present = new byte[batch];
      long bytes = (long) batch * range.pageBytes();
      if (libraries.libc().mincore(range.addressOf(page), bytes, present) != 0) {
        String refusal = "mincore: refused, " + libraries.describe(libraries.errno());
        count.unknown(pages - page, movePagesRefusal + "; " + refusal);
        return;
      }
      for (int i = 0; i < batch; i++) {
        String refusal = byMempolicy(range, page + i, (present[i] & 1) != 0, count);
        if (!refusal.isEmpty()) {
          // A filter that refuses one refuses all.
          count.unknown(pages - page - i, movePagesRefusal + "; " + refusal);
          return;
        }
      }
    }
  }

  /**
   * Asks of one page that is there: get_mempolicy would bring in another.
   *
   * @return why the kernel refused; empty if it answered or needed not be asked
   */
  private String byMempolicy(Range range, long page, boolean present, PageCount count) {
    if (!present) {
      count.notPresent();
      return "";
    }
    if (!range.touched().test(page * range.pageBytes())) {
      count.unknown(
          1, "get_mempolicy: cannot tell a page that was only read, touch pages to have them told");
      return "";
    }
    int[] node = {UNWRITTEN};
    int flags = LibNuma.MPOL_F_NODE | LibNuma.MPOL_F_ADDR;
    if (libnuma.get_mempolicy(node, null, 0, range.addressOf(page), flags) != 0) {
      return "get_mempolicy: refused, " + libraries.describe(libraries.errno());
    }
    if (node[0] >= 0) {
      count.onNode(node[0]);
    } else {
      count.unknown(1, "get_mempolicy: the kernel named no node");
    }
    return "";
  }
}
