package io.numetry.examples.features;

import io.numetry.snapshot.MetricSnapshot;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.SnapshotReader;
import java.time.Duration;

/** Reads metrics in the process itself. */
final class Snapshots {
  private Snapshots() {}

  // guide: snapshot
  /** Of a reader that was given to {@code Telemetry.builder().exporter(reader)}. */
  static long endedUploads(SnapshotReader reader) {
    MetricSnapshot snapshot = reader.read(Duration.ofSeconds(1)); // collects now
    return snapshot.of("shop.uploads.ended").stream()
        .mapToLong(point -> point.value() instanceof PointValue.LongValue(long value) ? value : 0)
        .sum();
  }
  // guide: end
}
