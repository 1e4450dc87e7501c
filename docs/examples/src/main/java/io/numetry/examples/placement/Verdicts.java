package io.numetry.examples.placement;

import java.io.PrintStream;

/** Says of each thing that is looked at whether it is as it should be, and remembers. */
final class Verdicts {
  private final PrintStream out;
  private int failures;

  Verdicts(PrintStream out) {
    this.out = out;
  }

  /**
   * @param found what was seen, told if it is wrong
   */
  void check(boolean right, String what, Object found) {
    out.println((right ? "  ok      " : "  FAILED  ") + what + (right ? "" : ": " + found));
    if (!right) {
      failures++;
    }
  }

  int failures() {
    return failures;
  }
}
