package io.numetry.exporter.spool;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The entrances of the fuzzer with made-up content; scripts/fuzz goes by coverage instead. */
class SpoolFuzzTest {
  private static final int READER_CASES = 50_000;
  private static final int RECOVERY_CASES = 500;
  private static final long SEED = Long.getLong("numetry.random.seed", System.nanoTime());

  @Test
  void shouldReadAnything() {
    var random = new Random(SEED);
    for (int i = 0; i < READER_CASES; i++) {
      run(i, content(random, 4096), RecordReaderFuzz::fuzzerTestOneInput);
    }
  }

  @Test
  void shouldRecoverFromAnything() {
    var random = new Random(SEED + 1);
    for (int i = 0; i < RECOVERY_CASES; i++) {
      run(i, content(random, 20_000), RecoveryFuzz::fuzzerTestOneInput);
    }
  }

  private interface Entrance {
    void accept(byte[] data);
  }

  private static void run(int number, byte[] data, Entrance entrance) {
    try {
      entrance.accept(data);
    } catch (RuntimeException | Error e) {
      throw new AssertionError("case " + number + ", -Dnumetry.random.seed=" + SEED, e);
    }
  }

  /** Small numbers where fields are, so that sizes and sequences are plausible now and then. */
  private static byte[] content(Random random, int most) {
    byte[] data = new byte[2 + random.nextInt(most)];
    data[0] = (byte) random.nextInt();
    for (int at = 1; at < data.length; at++) {
      int field = (at - 1) % 64;
      boolean low = field % 8 == 0 || field % 8 == 4;
      data[at] = (byte) (low || random.nextInt(12) == 0 ? random.nextInt() >> 4 & 0x7f : 0);
    }
    return data;
  }
}
