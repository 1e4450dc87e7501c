package io.numetry.examples.features;

import io.numetry.TelemetryBuilder;
import io.numetry.aggregate.AggregationLevel;
import io.numetry.view.View;

/** What becomes of a schema's metrics on their way out. */
final class Options {
  private Options() {}

  // guide: views
  static void views(TelemetryBuilder telemetry) {
    telemetry
        .view(View.of("shop.uploads.ended").keepAttributes("outcome")) // encodings are added up
        .view(View.of("shop.uploads.duration").rename("shop.upload.duration"))
        .view(View.of("*").ofSet("shop.topic").drop())
        .declare(UploadMetricsSet.TYPE, TopicMetricsSet.TYPE); // mistakes are errors of start()
  }

  // guide: end

  // guide: levels
  static void levels(TelemetryBuilder telemetry) {
    telemetry
        .level(AggregationLevel.PROCESS) // one series, summed over all cores and nodes
        .level("shop.dock", AggregationLevel.CORE); // but of this set one for each core
  }

  // guide: end

  // guide: former names
  static void formerNames(TelemetryBuilder telemetry) {
    telemetry.formerNames(true); // until the dashboards know the new ones
  }
  // guide: end
}
