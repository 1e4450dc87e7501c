package io.numetry.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.examples.received.MetricTotals;
import io.numetry.examples.received.OtlpReceiver;
import io.numetry.numa.NumaSystem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoTest {
  private static final Pattern EXACT =
      Pattern.compile("recorded (\\d+), received (\\d+), lost 0, doubled 0");

  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "--temporality cumulative --level node --interval 100",
    "--temporality delta --level node --interval 10",
    "--temporality delta --level core --interval 100",
    "--temporality cumulative --level core --interval 1",
    "--temporality cumulative --level process --interval 50",
    "--temporality delta --level process --interval 20",
    "--temporality lowmemory --level node --interval 50",
  })
  void everythingRecordedIsReceivedOnce(String options) throws Exception {
    int status = run(options + " --seconds 2");
    Matcher last = EXACT.matcher(lastLine());
    assertThat(last.matches()).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
    assertThat(last.group(1)).isEqualTo(last.group(2));
    assertThat(Long.parseLong(last.group(1))).isGreaterThan(200_000);
    assertThat(status).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("gateway.loop.idle_spells")
        .contains("gateway.parser.malformed, 2 series")
        .contains("gateway.parser.frames, ")
        .contains("gateway.parser.price, 4 series")
        .contains("gateway.sender.transit, ")
        .contains("gateway.receiver.line_frames, 2 series")
        .doesNotContain("DIFFERS");
  }

  @Test
  void whatACollectorDidNotWriteDownIsLost() throws Exception {
    Path nothing = Files.createFile(folder.resolve("received.jsonl"));
    try (var collector = new OtlpReceiver(new MetricTotals())) {
      int status = run("--seconds 1 --endpoint " + collector.endpoint() + " --received " + nothing);
      assertThat(status).isEqualTo(1);
    }
    assertThat(lastLine()).matches("recorded \\d+, received 0, lost \\d{6,}, doubled 0");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("gateway.loop.turns +DIFFERS  recorded \\d+; received nothing");
  }

  @Test
  void withoutAFileItDoesNotClaimToKnow() throws Exception {
    try (var collector = new OtlpReceiver(new MetricTotals())) {
      assertThat(run("--seconds 1 --endpoint " + collector.endpoint())).isZero();
    }
    assertThat(lastLine()).matches("recorded \\d+; what the collector received is not known, .*");
  }

  @Test
  void saysThatNobodyListens() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(() -> run("--endpoint http://127.0.0.1:" + port))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(
            "--endpoint http://127.0.0.1:\\d+/v1/metrics cannot be reached \\(.*\\);"
                + " start the collector first, or leave --endpoint out");
  }

  private int run(String arguments) throws Exception {
    var options =
        DemoOptions.parse(
            List.of(arguments.split(" ", -1)), NumaSystem.system().topology().allowedCpus());
    try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      return new Demo(options, out).run();
    }
  }

  private String lastLine() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList().getLast();
  }
}
