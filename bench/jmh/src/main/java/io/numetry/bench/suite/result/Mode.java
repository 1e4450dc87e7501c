package io.numetry.bench.suite.result;

import java.util.Locale;

/** How much is measured. */
public enum Mode {
  /** To see that everything runs: figures mean nothing. */
  SMOKE,
  /** About twelve minutes. */
  QUICK,
  /** About an hour; a million series, experiments. */
  FULL,
  /** To see that everything of a full run does: figures mean nothing. */
  FULL_SMOKE;

  /** As in names of files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True if all rows are measured, those that take long too. */
  public boolean isFull() {
    return this == FULL || this == FULL_SMOKE;
  }

  /** True if it is too short for figures to mean anything. */
  public boolean isSmoke() {
    return this == SMOKE || this == FULL_SMOKE;
  }

  /** This one, with all rows. */
  public Mode full() {
    return isSmoke() ? FULL_SMOKE : FULL;
  }

  /** This one, as short as can be. */
  public Mode smoke() {
    return isFull() ? FULL_SMOKE : SMOKE;
  }
}
