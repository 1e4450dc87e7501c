package io.numetry.exporter.spool;

/** What became of a frame that was to be appended; unless it was stored, it is the caller's yet. */
public enum AppendResult {
  /**
   * In the spool: it survives the process, and by {@link SpoolSync#RECORD} the power, unless the
   * device refuses that, which is counted and told.
   */
  STORED,
  /** Larger than all that the spool may hold. */
  TOO_LARGE,
  /** The device is full, and nothing older is left that could make room. */
  DISK_FULL,
  /** The device or the file system refused; told in the log. */
  FAILED
}
