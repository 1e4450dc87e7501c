package io.numetry.exporter.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The fuzzer's entrance with made-up content, {@value #CASES} cases; scripts/fuzz goes by coverage.
 */
class ResponseFuzzTest {
  private static final int CASES = 100_000;

  /** What the formats are made of comes up more often than chance would have it. */
  private static final byte[] USUAL =
      "\u0008\n\u0010\u0012\u001a{}[]\",:0123456789eE+-.\\u".getBytes(ISO_8859_1);

  @Test
  void shouldReadAnything() {
    long seed = Long.getLong("numetry.test.seed", System.nanoTime());
    System.out.println("anything as a response: -Dnumetry.test.seed=" + seed);
    var random = new Random(seed);
    for (int i = 0; i < CASES; i++) {
      byte[] data = new byte[1 + random.nextInt(64)];
      random.nextBytes(data);
      for (int at = 1; at < data.length; at++) {
        if (random.nextInt(4) != 0) {
          data[at] = USUAL[random.nextInt(USUAL.length)];
        }
      }
      try {
        ResponseFuzz.fuzzerTestOneInput(data);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("case " + i + ", -Dnumetry.test.seed=" + seed, e);
      }
    }
  }
}
