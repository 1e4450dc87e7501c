package io.numetry.bench.jmh.series;

/** What points are measured. */
public enum PointKind {
  /** Of a monotonic sum of longs. */
  NUMBER,
  /** Of an exponential histogram of longs, with {@link SeriesData#VALUES} values in it. */
  EXPONENTIAL
}
