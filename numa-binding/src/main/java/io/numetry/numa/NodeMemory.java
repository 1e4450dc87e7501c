package io.numetry.numa;

import java.lang.foreign.MemorySegment;

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
   * Makes the pages of a part of the range present and writable, so that later stores to it do not
   * fault. Contents stay as they are. Safe beside other threads' loads and stores in these pages.
   */
  void touch(long offset, long bytes);

  /**
   * Gives the pages of a part of the range back; it reads as zero afterwards and may be used again.
   *
   * @param offset page-aligned
   * @param bytes whole pages
   */
  void release(long offset, long bytes);

  /** Unmaps the range. Later calls do nothing. */
  @Override
  void close();
}
