package io.numetry.numa;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.Supplier;

/** Skips what this host cannot do, and says so where a person sees it. */
final class Loudly {

  private Loudly() {}

  static void skipUnless(boolean possible, Supplier<String> reason) {
    if (!possible) {
      System.err.println("SKIPPED: " + reason.get());
    }
    assumeTrue(possible, reason);
  }
}
