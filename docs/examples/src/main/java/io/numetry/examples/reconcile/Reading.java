package io.numetry.examples.reconcile;

/** What an instrument stands at. Exact: nothing is rounded when readings are added up. */
public sealed interface Reading permits NumberReading, MmscReading, HistogramReading {

  /**
   * This and another reading of the same series, from another core or a later interval.
   *
   * @throws IllegalArgumentException if the two are not of one instrument
   */
  Reading plus(Reading later);

  /**
   * True if a receiver that stands at the other reading has received all of this one and nothing
   * else. Buckets are compared as far as the coarser side tells them apart.
   */
  default boolean isReachedBy(Reading received) {
    return equals(received);
  }

  /** For a person, rounded. */
  String brief();

  /** For a person who has to see a difference: every digit. */
  @Override
  String toString();
}
