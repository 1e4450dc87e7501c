package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.schema.MmscCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A generated class, in memory of a test's own: each method reaches its own cell and no other. */
class RecordingTest {
  private static final Path SOURCE =
      Path.of("src/test/resources/golden/kinds/input/gateway/ReceiverMetrics.java");

  private RecordingRig rig;

  @BeforeEach
  void compile() throws IOException {
    rig =
        new RecordingRig(
            Compile.withProcessor(
                List.of(Compile.source("gateway.ReceiverMetrics", Files.readString(SOURCE)))),
            "gateway.ReceiverMetricsSet");
  }

  @Test
  void shouldRecordEachInstrumentToItsOwnCell() throws Exception {
    rig.call("addReceived", 3L);
    rig.call("addReceived", 4L);
    rig.call("addBusyTime", 0.5);
    rig.call("addBusyTime", 0.25);
    rig.call("recordBatchSize", 7L);
    rig.call("recordBatchSize", -2L);
    rig.call("recordMessageAge", 1.5);
    rig.call("setQueueDepth", 5L);
    rig.call("setQueueDepth", 9L);
    rig.call("setFillRatio", 0.75);
    rig.call("addInFlight", -6L);
    rig.call("addCredits", -0.5);

    assertThat(longAt("received", 0)).isEqualTo(7);
    assertThat(doubleAt("busy_time", 0)).isEqualTo(0.75);
    assertThat(longAt("batch_size", MmscCell.MIN)).isEqualTo(-2);
    assertThat(longAt("batch_size", MmscCell.MAX)).isEqualTo(7);
    assertThat(longAt("batch_size", MmscCell.SUM)).isEqualTo(5);
    assertThat(longAt("batch_size", MmscCell.COUNT)).isEqualTo(2);
    assertThat(doubleAt("message_age", MmscCell.MIN)).isEqualTo(1.5);
    assertThat(doubleAt("message_age", MmscCell.MAX)).isEqualTo(1.5);
    assertThat(doubleAt("message_age", MmscCell.SUM)).isEqualTo(1.5);
    assertThat(longAt("message_age", MmscCell.COUNT)).isEqualTo(1);
    assertThat(longAt("queue_depth", 0)).isEqualTo(9);
    assertThat(doubleAt("fill_ratio", 0)).isEqualTo(0.75);
    assertThat(longAt("in_flight", 0)).isEqualTo(-6);
    assertThat(doubleAt("credits", 0)).isEqualTo(-0.5);
    assertThat(longAt("credits", Long.BYTES)).isZero();
  }

  /** A counter's cell never falls, which is what makes it one and not an up-down counter. */
  @Test
  void shouldGenerateCountersThatRefuseToFall() throws Exception {
    rig.call("addReceived", -1L);
    rig.call("addBusyTime", -1.0);

    assertThat(longAt("received", 0)).isZero();
    assertThat(doubleAt("busy_time", 0)).isZero();
    assertThat(rig.invalidInputs()).isEqualTo(2);
  }

  private long longAt(String noun, long word) {
    return rig.longAt("gateway.receiver." + noun, 0, word);
  }

  private double doubleAt(String noun, long word) {
    return rig.doubleAt("gateway.receiver." + noun, 0, word);
  }
}
