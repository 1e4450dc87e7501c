package io.numetry.exporter.spool;

import java.io.IOException;
import java.nio.file.Path;

/** Counts calls of the system that failed, and tells the first. */
final class IoErrors {
  private static final System.Logger LOG = System.getLogger(IoErrors.class.getName());

  private final Path folder;
  private final SpoolStatistics statistics;
  private boolean told;

  IoErrors(Path folder, SpoolStatistics statistics) {
    this.folder = folder;
    this.statistics = statistics;
  }

  /**
   * Takes note of a failure.
   *
   * @param what was attempted
   */
  void failed(String what, IOException failure) {
    statistics.ioError();
    if (!told) {
      told = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "spool: folder=" + folder + ": " + what + " failed (told once; counted)",
          failure);
    }
  }
}
