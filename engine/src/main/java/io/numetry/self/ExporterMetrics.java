package io.numetry.self;

import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.ObserveCounter;
import io.numetry.schema.ObserveUpDownCounter;

/** What an exporter's sender measures of itself. */
@MetricSet(
    name = "numetry.exporter",
    brief = "Delivery of points to a destination.",
    entity = {Component.class, Server.class})
public interface ExporterMetrics {

  @ObserveUpDownCounter(
      name = "otel.sdk.exporter.metric_data_point.inflight",
      unit = "{data_point}",
      brief = "Points handed to the exporter and neither exported nor failed, on disk or not.")
  void observeInflight(long points);

  @ObserveCounter(
      name = "otel.sdk.exporter.metric_data_point.exported",
      unit = "{data_point}",
      brief = "Points whose export is over: accepted, or failed for the error told.")
  void observeExported(ExportError error, long points);

  @ObserveUpDownCounter(
      name = "numetry.exporter.queue.size",
      unit = "{frame}",
      brief = "Requests in memory that are not delivered, those on their way among them.")
  void observeQueueSize(long frames);

  @ObserveCounter(
      unit = "{request}",
      brief = "Attempts to send a request that failed for the error told, and are made again.")
  void observeRetries(ExportError error, long requests);

  @Mmsc(
      name = "numetry.exporter.request.body.size",
      unit = "By",
      brief = "Bytes of the body of each attempt to send a request, compressed if it was.")
  void recordBodySize(long size);

  @Mmsc(
      name = "numetry.exporter.request.body.uncompressed_size",
      unit = "By",
      brief = "Bytes of each attempt's request as it was encoded, in protobuf.")
  void recordUncompressedSize(long size);

  @Mmsc(
      name = "numetry.exporter.encode.duration",
      unit = "s",
      brief = "Time that encoding a collection of a node took.")
  void recordEncodeDuration(double seconds);
}
