package io.numetry.bench.support.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel counts of the calling thread. */
public final class ThreadCounts {

  private static final Path STATUS = Path.of("/proc/thread-self/status");
  private static final String INVOLUNTARY = "nonvoluntary_ctxt_switches:";

  private ThreadCounts() {}

  /** How often the kernel took the CPU from it; -1 if it does not tell. */
  public static long interrupted() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(INVOLUNTARY)) {
          return Long.parseLong(line.substring(INVOLUNTARY.length()).strip());
        }
      }
    } catch (IOException | NumberFormatException e) {
      return -1;
    }
    return -1;
  }
}
