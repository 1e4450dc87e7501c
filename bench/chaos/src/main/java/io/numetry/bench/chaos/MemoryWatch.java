package io.numetry.bench.chaos;

import io.numetry.bench.chaos.journal.Tally;
import io.numetry.bench.chaos.journal.TallyField;
import io.numetry.bench.chaos.work.WorkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Samples of the process's memory while it lives, and their highest, against what its configuration
 * allows. Pages of spools' files are the device's and not looked at.
 */
final class MemoryWatch {
  private static final int HEAP_MIB = 64;
  private static final int METASPACE_MIB = 64;
  private static final int CODE_MIB = 48;
  private static final int DIRECT_MIB = 32;

  /** What the JVM itself takes: its library, symbols, the collector's cards, stacks, malloc. */
  private static final int JVM_MIB = 96;

  /** A collection of this program is that many frames at the most. */
  private static final int FRAMES_A_COLLECTION = 8;

  private long highestAnonymous;
  private long highestResident;
  private long highestNative;
  private long highestFrames;
  private int samples;

  /** What limits it. */
  static List<String> jvmFlags() {
    return List.of(
        "-XX:+UseSerialGC",
        "-Xmx" + HEAP_MIB + "m",
        "-XX:MaxMetaspaceSize=" + METASPACE_MIB + "m",
        "-XX:ReservedCodeCacheSize=" + CODE_MIB + "m",
        "-XX:MaxDirectMemorySize=" + DIRECT_MIB + "m");
  }

  void sample(ProcessHandle process, Tally tally) {
    try {
      long anonymous = 0;
      long resident = 0;
      for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
        if (line.startsWith("RssAnon:")) {
          anonymous = bytes(line);
        } else if (line.startsWith("VmRSS:")) {
          resident = bytes(line);
        }
      }
      highestAnonymous = Math.max(highestAnonymous, anonymous);
      highestResident = Math.max(highestResident, resident);
      samples++;
    } catch (IOException e) {
      // it is gone
    }
    highestNative = Math.max(highestNative, tally.get(TallyField.NATIVE_BYTES));
    highestFrames = Math.max(highestFrames, tally.get(TallyField.FRAME_BYTES));
  }

  private static long bytes(String line) {
    return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
  }

  /** Of native memory for frames: those being delivered, and those being written. */
  private static long frameBound() {
    long frames =
        (long) WorkOptions.EXPORTERS * (WorkOptions.MAX_COLLECTIONS + 1) * FRAMES_A_COLLECTION;
    return frames * WorkOptions.MAX_REQUEST_BYTES;
  }

  /**
   * Of all native memory: frames, and both halves of each core's bank, and windows and templates.
   */
  private static long nativeBound() {
    long banks = WorkOptions.CORES + WorkOptions.EXPORTERS + 1;
    return frameBound() + banks * 2 * WorkOptions.BANK_HALF_BYTES + (4 << 20);
  }

  private static long anonymousBound() {
    long mebibytes = HEAP_MIB + METASPACE_MIB + CODE_MIB + DIRECT_MIB + JVM_MIB;
    return (mebibytes << 20) + nativeBound();
  }

  boolean isBounded() {
    return samples > 0
        && highestFrames <= frameBound()
        && highestNative <= nativeBound()
        && highestAnonymous <= anonymousBound();
  }

  @Override
  public String toString() {
    return "anonymous %,d KiB of %,d allowed (resident %,d), native %,d of %,d, frames %,d of %,d"
        .formatted(
            highestAnonymous >> 10,
            anonymousBound() >> 10,
            highestResident >> 10,
            highestNative >> 10,
            nativeBound() >> 10,
            highestFrames >> 10,
            frameBound() >> 10);
  }
}
