package io.numetry.bench.suite.compare;

/**
 * What has become of one figure.
 *
 * @param ratio after to before, of the geometric means of the virtual machines' figures; NaN if it
 *     is not in both
 * @param resolution half of the interval of 95 % around the ratio, relative to it; NaN if there are
 *     too few figures
 * @param chance that two runs without a difference would differ so much (Welch's test); NaN
 *     likewise
 */
record Change(
    String name,
    double before,
    double after,
    String unit,
    double ratio,
    double resolution,
    double chance,
    Kind kind) {

  /** What it is. */
  enum Kind {
    REGRESSION("REGRESSION"),
    IMPROVEMENT("improvement"),
    /** A change that is significant, and too small to be called one. */
    SAME("same"),
    /** No significant change; what is larger than the resolution would have been one. */
    NOISE("no change shown"),
    TOO_FEW("too few JVMs"),
    ONLY_BEFORE("only before"),
    ONLY_AFTER("only after");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  Change as(Kind other) {
    return new Change(name, before, after, unit, ratio, resolution, chance, other);
  }
}
