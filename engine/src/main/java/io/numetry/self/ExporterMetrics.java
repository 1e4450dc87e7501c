package io.numetry.self;

import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;

/** What an exporter's sender measures of itself. */
@MetricSet(name = "numetry.exporter", brief = "Delivery of frames to a destination.")
public interface ExporterMetrics {

  @Counter(unit = "{request}", brief = "Requests sent, retries among them.")
  void addRequests(long requests);

  @Counter(
      name = "numetry.exporter.request_size",
      unit = "By",
      brief = "Bytes of the requests' bodies.")
  void addRequestBytes(long bytes);

  @Mmsc(unit = "s", brief = "Time from sending a request to its answer or failure.")
  void recordRequestDuration(double seconds);

  @Counter(unit = "{request}", brief = "Requests that failed and are sent again.")
  void addRetries(long requests);

  @Counter(unit = "{point}", brief = "Points that the destination accepted.")
  void addPointsAccepted(long points);

  @Counter(unit = "{point}", brief = "Points that the destination rejected in part of a request.")
  void addPointsRejected(long points);

  @Counter(unit = "{point}", brief = "Points given up: refused for good, or left at the end.")
  void addPointsDropped(long points);

  @Gauge(unit = "{frame}", brief = "Frames waiting for delivery.")
  void setFramesWaiting(long frames);
}
