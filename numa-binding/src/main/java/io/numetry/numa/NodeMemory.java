package io.numetry.numa;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalInt;

/**
 * A range of native memory on one NUMA node: address space at first, pages as they are touched.
 *
 * <p>Addresses never move. Untouched pages read as zero. Any thread may use the memory; the owner
 * of this object alone may {@link #touch}, {@link #release} and {@link #close}, one thread at a
 * time.
 */
public interface NodeMemory extends AutoCloseable {

  /** The whole range; its scope ends with {@link #close()}. */
  MemorySegment segment();

  /** First byte's address, page-aligned. */
  long address();

  long byteSize();

  /** The node asked for. */
  int node();

  MemoryTag tag();

  /** True if the kernel was told to take this range's pages from {@link #node()}. */
  boolean bound();

  /**
   * The node that the kernel was told to take pages from: {@link #node()}, or the nearest with
   * memory where that one has none; empty if it was told nothing.
   */
  default OptionalInt memoryNode() {
    return bound() ? OptionalInt.of(node()) : OptionalInt.empty();
  }

  /** What of the options asked for is in force. */
  default MemoryOptions options() {
    return MemoryOptions.NONE;
  }

  /** Why the rest of the options is not in force, a sentence each; empty if all of them are. */
  default List<String> shortfalls() {
    return List.of();
  }

  /**
   * Asks the kernel on which node each page lies, at this moment. No page comes or moves by it. Any
   * thread may ask; the range cannot be touched, released or closed meanwhile. Costs a system call
   * per thousand pages, present or not, so it is for checks and reports.
   *
   * @throws IllegalStateException if the memory is closed
   */
  default PageLocations locate() {
    throw new UnsupportedOperationException("locate: this memory cannot tell where its pages lie");
  }

  /**
   * As {@link #locate()}, of those pages alone that {@link #touch} has made present and nobody has
   * released since: a page of these that is not there has been taken away. Costs nothing for the
   * rest of the range.
   *
   * @throws IllegalStateException if the memory is closed
   */
  default PageLocations locateTouched() {
    return locate();
  }

  /** Bytes in a page of the kind in force; offsets and sizes to {@link #release} are multiples. */
  default int pageBytes() {
    return 4096;
  }

  /**
   * Makes the pages of a part of the range present and writable, so that later stores to it do not
   * fault. Contents stay as they are. Safe beside other threads' loads and stores in these pages.
   */
  void touch(long offset, long bytes);

  /**
   * Gives the pages of a part of the range back; it reads as zero afterwards and may be used again.
   * Pages of a huge-page pool are zeroed and kept: a pool might be empty at the next touch.
   *
   * @param offset page-aligned
   * @param bytes whole pages, of the size in force
   */
  void release(long offset, long bytes);

  /** Unmaps the range. Later calls do nothing. */
  @Override
  void close();
}
