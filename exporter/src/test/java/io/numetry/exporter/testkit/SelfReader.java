package io.numetry.exporter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.MetricSnapshot;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.SnapshotReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Numetry tells of itself, read in the process. Give {@link #reader} to a telemetry. */
public final class SelfReader {
  public final SnapshotReader reader = SnapshotReader.cumulative();

  private MetricSnapshot read() {
    MetricSnapshot snapshot = reader.read(Duration.ofSeconds(30));
    assertThat(snapshot.complete()).isTrue();
    return snapshot;
  }

  /** The points of a metric whose series have not ended. */
  public List<MetricPoint> points(String metric) {
    return read().of(metric).stream()
        .filter(point -> !(point.value() instanceof PointValue.Ended))
        .toList();
  }

  /**
   * A metric by one of its attributes, or the empty text where it is left out: sums, or how many
   * values there were.
   */
  public Map<String, Long> by(String key, String metric) {
    var by = new TreeMap<String, Long>();
    for (MetricPoint point : points(metric)) {
      Attributes attributes = point.attributes();
      String value = attributes.containsKey(key) ? String.valueOf(attributes.get(key)) : "";
      assertThat(value.isEmpty()).isEqualTo(!attributes.containsKey(key));
      by.merge(value, number(point), Long::sum);
    }
    return by;
  }

  /** The sum of all points of a metric, or of how many values there were. */
  public long sum(String metric) {
    return points(metric).stream().mapToLong(SelfReader::number).sum();
  }

  private static long number(MetricPoint point) {
    return switch (point.value()) {
      case PointValue.LongValue(long value) -> value;
      case PointValue.Summary summary -> summary.count();
      default -> throw new AssertionError(point);
    };
  }
}
