package io.numetry.bench.chaos.journal;

import java.nio.file.Path;

/**
 * A journal is records one behind the other, each written by one system call: what a process had
 * written when it was killed is in the page cache and stays. The last record may be torn.
 *
 * <pre>
 * +---------------+--------------------+----------+----------------
 * | payload bytes | CRC32C of the rest | type     | payload
 * | int           | int                | int      |
 * +---------------+--------------------+----------+----------------
 * </pre>
 */
final class JournalFormat {
  static final int HEADER_BYTES = 12;

  /** int number, then UTF-8: what a series is called. */
  static final int SERIES = 1;

  /** int exporter, int points, long time; a point each: see {@link #POINT_BYTES}. */
  static final int COLLECTION = 2;

  /** int exporter, long time: the exporter has taken the collection. */
  static final int TAKEN = 3;

  /** int exporter, long collections: so many that were taken first are delivered or on disk. */
  static final int SAFE = 4;

  /** int series, long start, long digest, double amount, double total. */
  static final int POINT_BYTES = 4 + 4 * Long.BYTES;

  private JournalFormat() {}

  static Path file(Path folder, int life) {
    return folder.resolve("life-" + life + ".journal");
  }
}
