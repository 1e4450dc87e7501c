package io.numetry.schema;

@SuppressWarnings("ArrayRecordComponent")
public record ExplicitLayout(double[] boundaries) implements CellLayout {
  public static final ExplicitLayout DEFAULT =
      new ExplicitLayout(
          new double[] {0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000});

  @Override
  public int cellBytes() {
    return Long.BYTES * (4 + boundaries.length + 1);
  }
}
