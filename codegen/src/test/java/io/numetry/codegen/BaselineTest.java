package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.numetry.codegen.DiskCompile.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was stable stays, or says what took its place. */
class BaselineTest {
  private static final String STABLE =
      """
      # Stable metrics: name kind unit type keys. Written by the compiler.
      gateway.receiver.frames COUNTER {frame} LONG gateway.lane,side
      gateway.receiver.wait MMSC s DOUBLE gateway.lane
      """;

  private static final String FRAMES =
      """
        @Stability(StabilityLevel.STABLE)
        @Counter(unit = "{frame}", brief = "Frames.")
        void addFrames(Side side, long count);
      """;

  private static final String WAIT =
      """
        @Stability(StabilityLevel.STABLE)
        @Mmsc(unit = "s", brief = "Time.")
        void recordWait(double seconds);
      """;

  private static final String YOUNG =
      """
        @Counter(unit = "{frame}", brief = "Not stable yet.")
        void addYoung(long count);
      """;

  @TempDir private Path directory;

  @Test
  void shouldWriteTheStableMetricsSortedByName() throws IOException {
    Compilation compilation = compile(WAIT + YOUNG + FRAMES, "-Anumetry.baseline.write=true");

    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    assertThat(Files.readString(baseline())).isEqualTo(STABLE);
  }

  @Test
  void shouldBeContentWithWhatWasThere() throws IOException {
    Files.writeString(baseline(), STABLE);

    assertThat(errors(FRAMES + YOUNG + WAIT)).isEmpty();
  }

  @Test
  void shouldMissAStableMetric() throws IOException {
    Files.writeString(baseline(), STABLE);

    assertThat(errors(FRAMES))
        .containsExactly(
            new Fault(
                Diagnostic.NOPOS,
                "baseline "
                    + baseline()
                    + ": a stable metric is gone: name=gateway.receiver.wait; write it again, or"
                    + " @FormerNames on the metric that took its place, instead"));
  }

  @Test
  void shouldFindAMetricUnderItsNewName() throws IOException {
    Files.writeString(baseline(), STABLE);
    String renamed =
        "@FormerNames(\"gateway.receiver.wait\")\n" + WAIT.replace("recordWait", "recordPause");

    assertThat(errors(FRAMES + renamed)).isEmpty();
    assertThat(errors(FRAMES + renamed.replace("\"s\"", "\"ms\"")))
        .extracting(Fault::message)
        .containsExactly(
            "metric set gateway.receiver: a stable metric keeps its kind, unit, type and keys:"
                + " changed=MMSC ms DOUBLE gateway.lane, was MMSC s DOUBLE gateway.lane; write a"
                + " metric of another name instead");
  }

  @Test
  void shouldSeeWhatChanged() throws IOException {
    Files.writeString(baseline(), STABLE);

    assertThat(errors(FRAMES.replace("Side side, ", "") + WAIT.replace("Mmsc", "Histogram")))
        .containsExactly(
            new Fault(
                13,
                "metric set gateway.receiver: a stable metric keeps its kind, unit, type and keys:"
                    + " changed=COUNTER {frame} LONG gateway.lane, was COUNTER {frame} LONG"
                    + " gateway.lane,side; write a metric of another name instead"),
            new Fault(
                16,
                "metric set gateway.receiver: a stable metric keeps its kind, unit, type and keys:"
                    + " changed=EXPONENTIAL_HISTOGRAM s DOUBLE gateway.lane, was MMSC s DOUBLE"
                    + " gateway.lane; write a metric of another name instead"));
  }

  @Test
  void shouldKeepAMetricStable() throws IOException {
    Files.writeString(baseline(), STABLE);

    assertThat(errors(FRAMES + WAIT.replace("STABLE", "BETA")))
        .containsExactly(
            new Fault(
                16,
                "metric set gateway.receiver: a stable metric stays stable: stability=beta; write"
                    + " @Stability(StabilityLevel.STABLE) instead"));
  }

  @Test
  void shouldNotUnderstandAnotherFile() throws IOException {
    Files.writeString(baseline(), STABLE + "\nwhat is this\n");

    assertThat(errors(FRAMES + WAIT))
        .extracting(Fault::message)
        .containsExactly(
            "baseline "
                + baseline()
                + ": the baseline's line is none of ours: line=what is this; write it with"
                + " -Anumetry.baseline.write=true instead");
  }

  @Test
  void shouldReportAFileThatIsNotThere() {
    assertThat(errors(FRAMES + WAIT))
        .extracting(Fault::message)
        .containsExactly(
            "baseline "
                + baseline()
                + ": the baseline cannot be read: cause=java.nio.file.NoSuchFileException: "
                + baseline()
                + "; write it with -Anumetry.baseline.write=true instead");
  }

  @Test
  void shouldReportAFileThatCannotBeWritten() throws IOException {
    Files.createDirectory(baseline());

    List<Fault> errors =
        compile(FRAMES + WAIT, "-Anumetry.baseline.write=true").errors().stream()
            .map(Fault::of)
            .toList();

    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().message())
        .startsWith("baseline " + baseline() + ": the baseline cannot be written: cause=")
        .endsWith("; write to another path instead");
  }

  private Path baseline() {
    return directory.resolve("stable.txt");
  }

  private List<Fault> errors(String methods) {
    return compile(methods).errors().stream().map(Fault::of).toList();
  }

  private Compilation compile(String methods, String... options) {
    JavaFileObject source =
        Compile.source(
            "gateway.ReceiverMetrics",
            """
            package gateway;

            import io.numetry.schema.*;

            @MetricSet(name = "gateway.receiver", brief = "Frames.", item = ReceiverMetrics.Lane.class)
            interface ReceiverMetrics {
              enum Side { A }

              @AttributeSet(prefix = "gateway") record Lane(int lane) {}

            """
                + methods
                + "}\n");
    String[] all = new String[options.length + 1];
    all[0] = "-Anumetry.baseline=" + baseline();
    System.arraycopy(options, 0, all, 1, options.length);
    return Compile.withOptions(List.of(source), all);
  }
}
