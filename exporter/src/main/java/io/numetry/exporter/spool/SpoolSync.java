package io.numetry.exporter.spool;

/**
 * When frames are forced from the page cache to the device. Whatever is chosen, a frame that was
 * appended survives the death of its process, by {@code kill -9} too; this is about power and
 * kernels.
 */
public enum SpoolSync {
  /** Never; the kernel writes pages back when it likes to. */
  NONE,
  /** When a segment is full, and at the close. */
  SEGMENT,
  /** As {@link #SEGMENT}, and at most an interval after an append. */
  INTERVAL,
  /** Before an append returns. */
  RECORD
}
