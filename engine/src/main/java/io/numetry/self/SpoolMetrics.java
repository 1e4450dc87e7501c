package io.numetry.self;

import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.ObserveCounter;
import io.numetry.schema.ObserveUpDownCounter;

/** What an exporter's sender knows of its spool. */
@MetricSet(
    name = "numetry.exporter.spool",
    brief = "Requests on disk that wait for their destination.",
    entity = {Component.class, Server.class})
public interface SpoolMetrics {

  @ObserveUpDownCounter(unit = "By", brief = "Bytes of all files of the spool.")
  void observeSize(long size);

  @ObserveUpDownCounter(unit = "{frame}", brief = "Requests on disk.")
  void observeFrames(long frames);

  @ObserveUpDownCounter(
      unit = "{data_point}",
      brief = "Points on disk: so many of those in flight.")
  void observePoints(long points);

  @Gauge(unit = "s", brief = "Time since the oldest request on disk was collected.")
  void setOldestAge(double seconds);

  @ObserveCounter(unit = "{frame}", brief = "Requests put on disk.")
  void observeAppended(long frames);

  @ObserveCounter(
      unit = "{frame}",
      brief = "Requests taken off the disk because their destination accepted or refused them.")
  void observeReplayed(long frames);

  @ObserveCounter(unit = "{frame}", brief = "Requests on disk that were given up.")
  void observeDropped(SpoolError error, long frames);

  @ObserveCounter(unit = "{error}", brief = "Calls of the system for the spool that failed.")
  void observeErrors(long errors);
}
