package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.schema.InstrumentKind;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.SnapshotReader;
import io.numetry.testkit.OwnerThread;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the semantic conventions call the reader: each node's aggregator. */
class CollectionDurationTest {
  private static final String DURATION = "otel.sdk.metric_reader.collection.duration";

  private final SnapshotReader reader = SnapshotReader.cumulative();

  private Telemetry telemetry() {
    return Telemetry.builder()
        .interval(Duration.ofHours(1))
        .pollPatience(Duration.ofMillis(20))
        .bankHalfBytes(1 << 20)
        .shutdownTimeout(Duration.ofSeconds(2))
        .exporter(reader)
        .start();
  }

  /** How many collections there were, by the attributes of their points. */
  private Map<Attributes, Long> collections(Duration timeout) {
    var counts = new HashMap<Attributes, Long>();
    for (MetricPoint point : reader.read(timeout).of(DURATION)) {
      assertThat(point.instrument().kind()).isEqualTo(InstrumentKind.MMSC);
      assertThat(point.instrument().unit()).isEqualTo("s");
      var value = (PointValue.Summary) point.value();
      assertThat(value.min()).isPositive();
      counts.put(point.attributes().filter(key -> !key.equals("numa.node.id")), value.count());
    }
    return counts;
  }

  @Test
  void tellsWhichReaderItIsAndWhetherACoreWasLate() {
    try (Telemetry telemetry = telemetry();
        var owner = new OwnerThread("owner")) {
      TelemetryCore core =
          owner.call(() -> telemetry.openCore(CoreOptions.floating().named("sleepy")));
      owner.run(core::idle);
      // What a collection took is known after it, so the second one tells of the first.
      collections(Duration.ofSeconds(30));
      Map<Attributes, Long> inTime = collections(Duration.ofSeconds(30));
      Attributes identity =
          Attributes.of(
              "otel.component.name",
              "periodic_metric_reader/" + core.node(),
              "otel.component.type",
              "periodic_metric_reader");
      assertThat(inTime).containsOnlyKeys(identity);

      owner.run(core::resume);
      collections(Duration.ofMillis(200));
      owner.run(core::idle);
      Map<Attributes, Long> late = collections(Duration.ofSeconds(30));
      Attributes timeout = identity.with(Attributes.of("error.type", "timeout"));
      assertThat(late).containsOnlyKeys(identity, timeout);
      assertThat(late.get(timeout)).isPositive();
      owner.run(core::close);
    }
  }
}
