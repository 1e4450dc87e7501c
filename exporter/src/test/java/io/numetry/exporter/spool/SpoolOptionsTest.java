package io.numetry.exporter.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.config.Environment;
import io.numetry.exporter.testkit.LogCapture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Options in code and in the environment; each mistake names the value and what to write. */
class SpoolOptionsTest {
  private static final Path FOLDER = Path.of("/var/spool/numetry");
  private static final String PREFIX = "OTEL_JAVA_NUMETRY_SPOOL_";

  private final LogCapture log = new LogCapture();

  @AfterEach
  void showLogAgain() {
    log.close();
  }

  private static void refused(Runnable mistake, String message) {
    assertThatIllegalArgumentException().isThrownBy(mistake::run).withMessage(message);
  }

  @Test
  void shouldHaveTheDocumentedDefaults() {
    assertThat(SpoolOptions.builder(FOLDER).build())
        .isEqualTo(
            new SpoolOptions(
                FOLDER,
                512 << 20,
                16 << 20,
                Duration.ofHours(24),
                SpoolSync.INTERVAL,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                ReplayOrder.IN_ORDER,
                8 << 20));
  }

  @Test
  void shouldSayWhatToWriteInstead() {
    SpoolOptions.Builder options = SpoolOptions.builder(FOLDER);
    refused(() -> SpoolOptions.builder(Path.of("")), "spool: folder is empty, write a path");
    refused(() -> options.after(Duration.ofSeconds(-1)), "spool: after=PT-1S, write 0 to an hour");
    refused(
        () -> options.replayBytesPerSecond(-1),
        "spool: replayBytesPerSecond=-1, write 1 or more, or 0 for no limit");
    refused(() -> options.maxBytes(0), "spool: maxBytes=0, write 262144 or more");
    refused(
        () -> options.segmentBytes(65535), "spool: segmentBytes=65535, write 65536 to 1073741824");
    refused(
        () -> options.segmentBytes((1L << 30) + 1),
        "spool: segmentBytes=1073741825, write 65536 to 1073741824");
    refused(
        () -> options.maxAge(Duration.ofMillis(999)),
        "spool: maxAge=PT0.999S, write a second to ten years");
    refused(
        () -> options.syncInterval(Duration.ZERO),
        "spool: syncInterval=PT0S, write 1 ms to an hour");
    refused(
        () -> options.maxBytes(48 << 20).build(),
        "spool: maxBytes=50331648 with segmentBytes=16777216, write maxBytes=50397184 or more, or"
            + " smaller segments");
    assertThat(options.segmentBytes(65537).build().segmentBytes()).isEqualTo(2 * 65536);
  }

  private static Optional<SpoolOptions> read(Map<String, String> variables) {
    return SpoolEnvironment.read(new Environment(variables::get));
  }

  @Test
  void shouldReadTheEnvironment() {
    assertThat(read(Map.of(PREFIX + "MAX_BYTES", "1"))).isEmpty();
    Map<String, String> variables = new HashMap<>();
    variables.put(PREFIX + "FOLDER", FOLDER.toString());
    variables.put(PREFIX + "MAX_BYTES", "100000000");
    variables.put(PREFIX + "SEGMENT_BYTES", "1048576");
    variables.put(PREFIX + "MAX_AGE", "60000");
    variables.put(PREFIX + "SYNC", "Record");
    variables.put(PREFIX + "SYNC_INTERVAL", "250");
    variables.put(PREFIX + "AFTER", "3000");
    variables.put(PREFIX + "REPLAY_ORDER", "LIVE_FIRST");
    variables.put(PREFIX + "REPLAY_BYTES_PER_SECOND", "0");
    assertThat(read(variables))
        .contains(
            new SpoolOptions(
                FOLDER,
                100_000_000,
                1 << 20,
                Duration.ofMinutes(1),
                SpoolSync.RECORD,
                Duration.ofMillis(250),
                Duration.ofSeconds(3),
                ReplayOrder.LIVE_FIRST,
                0));
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void shouldWarnOfWhatItCannotRead() {
    Map<String, String> variables = new HashMap<>();
    variables.put(PREFIX + "FOLDER", FOLDER.toString());
    variables.put(PREFIX + "MAX_BYTES", "1G");
    variables.put(PREFIX + "SEGMENT_BYTES", "5");
    variables.put(PREFIX + "MAX_AGE", "10");
    variables.put(PREFIX + "SYNC", "always");
    assertThat(read(variables)).contains(SpoolOptions.builder(FOLDER).build());
    assertThat(log.warnings())
        .isEqualTo(
            List.of(
                "WARNING OTEL_JAVA_NUMETRY_SPOOL_MAX_BYTES=1G is ignored: write a number of bytes",
                "WARNING OTEL_JAVA_NUMETRY_SPOOL_SEGMENT_BYTES=5 is ignored: spool:"
                    + " segmentBytes=5, write 65536 to 1073741824",
                "WARNING OTEL_JAVA_NUMETRY_SPOOL_MAX_AGE=10 is ignored: spool: maxAge=PT0.01S,"
                    + " write a second to ten years",
                "WARNING OTEL_JAVA_NUMETRY_SPOOL_SYNC=always is ignored: write none, segment,"
                    + " interval or record"));
  }

  @Test
  void shouldNotSpoolIfTheOptionsDoNotFitTogether() {
    assertThat(read(Map.of(PREFIX + "FOLDER", FOLDER.toString(), PREFIX + "MAX_BYTES", "100")))
        .isEmpty();
    assertThat(log.warnings())
        .containsExactly(
            "WARNING OTEL_JAVA_NUMETRY_SPOOL_FOLDER=/var/spool/numetry is ignored: spool:"
                + " maxBytes=100 with segmentBytes=16777216, write maxBytes=50397184 or more, or"
                + " smaller segments");
  }
}
