package io.numetry.examples.received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.examples.reconcile.NumberReading;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtlpJsonFileTest {
  /** As the Collector writes it: numbers of 64 bits as text, enums as numbers. */
  private static final String LINE =
      """
      {"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"a.frames","sum":{"dataPoints":\
      [{"startTimeUnixNano":"1","timeUnixNano":"2","asInt":"5"}],"aggregationTemporality":1,\
      "isMonotonic":true}}]}]}]}
      """;

  @TempDir Path folder;

  @Test
  void addsUpTheLines() throws IOException {
    assertThat(read(LINE + LINE).startingWith(""))
        .isEqualTo(Map.of(SeriesId.of("a.frames"), NumberReading.of(InstrumentKind.COUNTER, 10)));
  }

  @Test
  void leavesALineThatIsStillBeingWritten() throws IOException {
    assertThat(read(LINE + LINE.substring(0, 20)).requests()).isEqualTo(1);
  }

  @Test
  void tellsWhichLineIsNoRequest() {
    assertThatThrownBy(() -> read(LINE + "no json\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("received.jsonl, line 2: ");
  }

  private MetricTotals read(String text) throws IOException {
    return OtlpJsonFile.read(Files.writeString(folder.resolve("received.jsonl"), text));
  }
}
