package io.numetry.bench.suite.result;

import java.util.Locale;

/** How much is measured. */
public enum Mode {
  /** To see that everything runs: figures mean nothing. */
  SMOKE,
  /** About twelve minutes. */
  QUICK,
  /** About an hour; a million series, experiments. */
  FULL;

  /** As on a command line. */
  public static Mode parse(String text) {
    for (Mode mode : values()) {
      if (mode.text().equals(text)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("mode=" + text + ": write smoke, quick or full");
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
