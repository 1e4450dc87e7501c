package io.numetry.numa;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of node memory has in common: checked ranges, page arithmetic, the ledger, and an
 * end after which the segment throws. Subclasses move the pages.
 *
 * <p>The methods that move pages exclude each other. The interface asks callers for that already;
 * but the price of a slip would be advice given about, or an unmapping of, whatever was mapped at
 * these addresses since, and none of this runs on a recording thread.
 */
abstract class TrackedMemory implements NodeMemory {

  private final int node;
  private final MemoryTag tag;
  private final long address;
  private final long byteSize;
  private final int pageBytes;
  private final RangeAccount account;
  private @Nullable Arena segmentArena;
  private @Nullable MemorySegment segment;
  private boolean ended;
  private boolean closed;

  /**
   * @param byteSize whole pages
   */
  TrackedMemory(int node, MemoryTag tag, long address, long byteSize, int pageBytes) {
    this.node = node;
    this.tag = tag;
    this.address = address;
    this.byteSize = byteSize;
    this.pageBytes = pageBytes;
    this.account = new RangeAccount(tag, byteSize, pageBytes);
  }

  /** Rounds up to whole pages, or says what is wrong with the size. */
  static long wholePages(long bytes, int pageBytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("reserve: bytes=" + bytes + ", ask for at least one");
    }
    long maxBytes = RangeAccount.maxBytes(pageBytes);
    if (bytes > maxBytes) {
      throw new PlacementException(
          "reserve: bytes=" + bytes + " is too much for one range, ask for at most " + maxBytes);
    }
    return roundUp(bytes, pageBytes);
  }

  /** Makes whole pages present and writable, with their contents. */
  abstract void populate(long offset, long bytes);

  /**
   * Gives whole pages back; they read as zero afterwards.
   *
   * @return false if they were zeroed and kept
   */
  abstract boolean discard(long offset, long bytes);

  /**
   * Asks where a part's pages lie.
   *
   * @param offset of whole pages
   * @param touched whether the page at an offset of the range has been touched
   */
  abstract PageLocations located(long offset, long bytes, LongPredicate touched);

  /** Gives the address space back. The segment is dead already. */
  abstract void unmap();

  /**
   * Made when first asked for: closing a shared arena has all threads of the process come to a
   * handshake, and memory that is used by its address alone must not cost that.
   */
  @Override
  @SuppressWarnings("restricted") // the range is our own, and the segment ends before it does
  public final synchronized MemorySegment segment() {
    if (segment == null) {
      Arena arena = Arena.ofShared();
      segment = MemorySegment.ofAddress(address).reinterpret(byteSize, arena, null);
      if (ended) {
        arena.close();
      } else {
        segmentArena = arena;
      }
    }
    return segment;
  }

  @Override
  public final long address() {
    return address;
  }

  @Override
  public final long byteSize() {
    return byteSize;
  }

  @Override
  public final int node() {
    return node;
  }

  @Override
  public final MemoryTag tag() {
    return tag;
  }

  @Override
  public final int pageBytes() {
    return pageBytes;
  }

  @Override
  public final synchronized void touch(long offset, long bytes) {
    checkUsable("touch", offset, bytes);
    if (bytes == 0) {
      return;
    }
    long first = offset - offset % pageBytes;
    long wholeBytes = roundUp(offset + bytes, pageBytes) - first;
    populate(first, wholeBytes);
    account.touched(first, wholeBytes);
  }

  @Override
  public final synchronized void release(long offset, long bytes) {
    checkUsable("release", offset, bytes);
    if (offset % pageBytes != 0 || bytes % pageBytes != 0) {
      throw new IllegalArgumentException(
          "release: offset=" + offset + " bytes=" + bytes + " are not whole pages of " + pageBytes);
    }
    if (bytes == 0) {
      return;
    }
    if (discard(offset, bytes)) {
      account.released(offset, bytes);
    }
  }

  @Override
  public final synchronized PageLocations locate() {
    checkUsable("locate", 0, byteSize);
    return located(0, byteSize, account::isTouched);
  }

  @Override
  public final synchronized PageLocations locateTouched() {
    checkUsable("locate", 0, byteSize);
    PageLocations sum = null;
    for (RangeAccount.Run run = account.touchedFrom(0);
        run.bytes() > 0;
        run = account.touchedFrom(run.offset() + run.bytes())) {
      PageLocations part = located(run.offset(), run.bytes(), account::isTouched);
      sum = sum == null ? part : sum.plus(part);
    }
    return sum == null ? located(0, 0, account::isTouched) : sum;
  }

  /** For memory whose pages are there from the start. */
  final synchronized void bookAllTouched() {
    account.touched(0, byteSize);
  }

  @Override
  public final synchronized void close() {
    if (closed) {
      return;
    }
    if (segmentArena != null) {
      segmentArena
          .close(); // first: refuses, with all as before, while a native call has the segment
      segmentArena = null;
    }
    ended = true;
    unmap(); // refused, the range stays in the ledger, and closing can be tried again
    account.closed();
    closed = true;
  }

  private void checkUsable(String what, long offset, long bytes) {
    if (ended) {
      throw new IllegalStateException(what + ": memory is closed, tag=" + tag.name());
    }
    if (offset < 0 || bytes < 0 || bytes > byteSize() - offset) {
      throw new IndexOutOfBoundsException(
          what + ": offset=" + offset + " bytes=" + bytes + " leave byteSize=" + byteSize());
    }
  }

  private static long roundUp(long bytes, int pageBytes) {
    return (bytes + pageBytes - 1) / pageBytes * pageBytes;
  }
}
