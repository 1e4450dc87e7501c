package io.numetry.numa;

import io.numetry.numa.MemoryLedger.Balance;
import java.util.BitSet;

/**
 * One range's part in the {@link MemoryLedger}: knows which of its pages have been touched, so that
 * a page counts once however often it is touched. Used by one thread at a time.
 */
final class RangeAccount {

  private final MemoryTag tag;
  private final long reservedBytes;
  private final int pageBytes;

  /** Grows with the highest touched page, so a large reservation costs nothing by itself. */
  private final BitSet touchedPages = new BitSet();

  RangeAccount(MemoryTag tag, long reservedBytes, int pageBytes) {
    this.tag = tag;
    this.reservedBytes = reservedBytes;
    this.pageBytes = pageBytes;
    MemoryLedger.book(tag, new Balance(reservedBytes, 0, 1));
  }

  /** The longest range whose pages can be numbered here. */
  static long maxBytes(int pageBytes) {
    return (long) Integer.MAX_VALUE * pageBytes;
  }

  /** Offset and bytes are whole pages. */
  void touched(long offset, long bytes) {
    int first = page(offset);
    int end = page(offset + bytes);
    bookTouched(end - first - touchedBetween(first, end));
    touchedPages.set(first, end);
  }

  /** Offset and bytes are whole pages. */
  void released(long offset, long bytes) {
    int first = page(offset);
    int end = page(offset + bytes);
    bookTouched(-touchedBetween(first, end));
    touchedPages.clear(first, end);
  }

  /** Whether the page that an offset is in has been touched and not released since. */
  boolean isTouched(long offset) {
    return touchedPages.get(page(offset));
  }

  /** Pages one beside the other; no bytes if there are none. */
  record Run(long offset, long bytes) {}

  /** The first touched pages at or behind an offset of whole pages. */
  Run touchedFrom(long offset) {
    int first = touchedPages.nextSetBit(page(offset));
    if (first < 0) {
      return new Run(offset, 0);
    }
    long end = touchedPages.nextClearBit(first);
    return new Run((long) first * pageBytes, (end - first) * pageBytes);
  }

  void closed() {
    long touchedBytes = (long) touchedPages.cardinality() * pageBytes;
    MemoryLedger.book(tag, new Balance(-reservedBytes, -touchedBytes, -1));
  }

  private void bookTouched(int pages) {
    MemoryLedger.book(tag, new Balance(0, (long) pages * pageBytes, 0));
  }

  private int touchedBetween(int first, int end) {
    return touchedPages.get(first, end).cardinality();
  }

  private int page(long offset) {
    return Math.toIntExact(offset / pageBytes);
  }
}
