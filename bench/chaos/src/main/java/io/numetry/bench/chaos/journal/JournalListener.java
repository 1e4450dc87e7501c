package io.numetry.bench.chaos.journal;

import io.numetry.bench.chaos.point.WirePoint;
import java.util.List;

/** Hears what a journal tells, in its order. */
public interface JournalListener {

  /**
   * A collection that was going to be handed over; its points' series are numbered by the reader.
   */
  void collection(int exporter, long timeUnixNanos, List<WirePoint> points);

  /** A collection was handed over. */
  void taken(int exporter, long timeUnixNanos);

  /** So many collections that were taken first are delivered or on disk. */
  void safe(int exporter, long collections);
}
