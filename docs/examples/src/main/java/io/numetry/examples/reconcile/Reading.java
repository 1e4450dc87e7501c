package io.numetry.examples.reconcile;

/** What an instrument stands at. Exact: nothing is rounded when readings are added up. */
public sealed interface Reading permits NumberReading, MmscReading {

  /**
   * This and another reading of the same series, from another core or a later interval.
   *
   * @throws IllegalArgumentException if the two are not of one instrument
   */
  Reading plus(Reading later);

  /** For a person, rounded. */
  String brief();

  /** For a person who has to see a difference: every digit. */
  @Override
  String toString();
}
