package io.numetry.examples.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Samples of the process's resident size, in KiB, and whether they grow. */
final class ResidentSize {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  private final List<Long> samples = new ArrayList<>();

  /** Reads the size now. */
  void sample() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(RESIDENT)) {
          String kibibytes = line.substring(RESIDENT.length()).replace("kB", "").strip();
          samples.add(Long.parseLong(kibibytes));
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(STATUS + ": has no line " + RESIDENT);
  }

  int count() {
    return samples.size();
  }

  /** Median of the first third; at least three samples are needed. */
  long early() {
    return median(samples.subList(0, samples.size() / 3));
  }

  /** Median of the last third; at least three samples are needed. */
  long late() {
    return median(samples.subList(samples.size() - samples.size() / 3, samples.size()));
  }

  /** From early to late; 0.05 is five percent more. */
  double growth() {
    return (late() - early()) / (double) early();
  }

  private static long median(List<Long> some) {
    return some.stream().sorted().skip(some.size() / 2).findFirst().orElseThrow();
  }
}
