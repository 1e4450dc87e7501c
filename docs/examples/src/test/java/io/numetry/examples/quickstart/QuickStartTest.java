package io.numetry.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.Telemetry;
import io.numetry.config.Environment;
import io.numetry.examples.docs.SourceRegions;
import io.numetry.examples.received.MetricTotals;
import io.numetry.examples.received.OtlpReceiver;
import io.numetry.examples.reconcile.MmscReading;
import io.numetry.examples.reconcile.NumberReading;
import io.numetry.examples.reconcile.Reading;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.numa.placement.PlacementRequest;
import io.numetry.schema.InstrumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickStartTest {
  private static final Path README = Path.of("../../README.md");

  @Test
  void sendsWhatItRecords() throws IOException {
    var totals = new MetricTotals();
    try (var receiver = new OtlpReceiver(totals)) {
      Map<String, String> variables = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
      try (Telemetry telemetry =
          Telemetry.builder()
              .environment(new Environment(variables::get))
              .placement(PlacementRequest.coreCount(1))
              .start()) {
        QuickStart.match(telemetry, 1000);
      }
    }
    Map<SeriesId, Reading> received = totals.startingWith("shop.orders.");
    assertThat(received)
        .containsEntry(
            SeriesId.of("shop.orders.accepted"), NumberReading.of(InstrumentKind.COUNTER, 1000))
        .containsEntry(
            SeriesId.of("shop.orders.book_depth"), NumberReading.of(InstrumentKind.GAUGE, 0))
        .hasSize(3);
    assertThat(received.get(SeriesId.of("shop.orders.match_time")))
        .isInstanceOfSatisfying(
            MmscReading.class, times -> assertThat(times.count()).isEqualTo(1000));
  }

  @Test
  void theReadmeShowsThisCode() throws IOException {
    var regions = new HashMap<String, String>();
    for (String file : List.of("OrderMetrics.java", "QuickStart.java")) {
      regions.putAll(SourceRegions.of("readme", Path.of("quickstart", file)));
    }
    assertThat(regions).containsOnlyKeys("schema", "use", "start");
    assertThat(Files.readString(README)).contains(regions.values());
  }

  @Test
  void theReadmeNamesTheVersionThatIsBuilt() throws IOException {
    String parent = Files.readString(Path.of("../../pom.xml"));
    int begin = parent.indexOf("<artifactId>numetry-parent</artifactId>");
    String version = parent.substring(parent.indexOf("<version>", begin));
    assertThat(Files.readString(README))
        .contains(version.substring(0, version.indexOf("</version>") + "</version>".length()));
  }
}
