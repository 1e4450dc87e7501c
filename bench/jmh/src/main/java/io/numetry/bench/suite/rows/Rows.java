package io.numetry.bench.suite.rows;

import java.util.List;
import java.util.stream.Stream;

/** All rows. */
public final class Rows {
  /** Set before there was anything to measure. */
  static final String GOAL = "goal";

  /** Reached once, and not to be lost. */
  static final String REACHED = "reached";

  public static final List<Row> ALL =
      Stream.of(
              RecordingRows.ALL,
              OwnerRows.ALL,
              CycleRows.ALL,
              DeliveryRows.ALL,
              OnceRows.ALL,
              ExperimentRows.ALL)
          .flatMap(List::stream)
          .toList();

  private Rows() {}
}
