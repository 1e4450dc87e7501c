package io.numetry.numa.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.hosts.Hosts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The command line: what is printed and the status that it ends with. */
final class NumaDoctorTest {

  @TempDir private Path root;

  private record Ended(int status, String out, String err) {}

  private static Ended run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        NumaDoctor.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void shouldTellThePersonEverything() {
    Hosts.CXL.write(root);

    Ended ended = run("--cores", "2", "--root", root.toString());

    assertThat(ended.out().lines())
        .containsSequence(
            "  node  CPUs  to be had  memory     free      distances",
            "  0     0-1   all        64.0 GiB   32.0 GiB  10 21 24",
            "  1     2-3   all        64.0 GiB   32.0 GiB  21 10 14",
            "  2     none  none       128.0 GiB  64.0 GiB  24 14 10");
    assertThat(ended.out())
        .contains("placement by numa-packing: asked for core_count 2, cores=2 on nodes=[0]")
        .contains("  NOTE     nodes: 3, without CPUs nodes=2\n")
        .endsWith(
            "warnings=0 notes=%d ok=%d\n".formatted(count(ended, "NOTE"), count(ended, "OK")));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
  }

  private static long count(Ended ended, String severity) {
    return ended.out().lines().filter(line -> line.startsWith("  " + severity + " ")).count();
  }

  @Test
  void shouldEndWithOneWhereThereIsAWarning() {
    Hosts.TWO_SOCKETS.write(root).file("proc/sys/kernel/numa_balancing", "1");

    assertThat(run("--root", root.toString()).status()).isEqualTo(1);
  }

  @Test
  void shouldTellWhyThereIsNoPlan() {
    Hosts.LAPTOP.write(root);

    Ended ended = run("--cores", "5", "--root", root.toString());

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out())
        .contains("  WARNING  plan: none, placement: cores=5 cannot be had, 4 can be on cpus=0-3");
  }

  @ParameterizedTest
  @EnumSource
  void shouldWriteJsonOnEveryHost(Hosts kind) {
    kind.write(root);

    Ended ended = run("--json", "--root", root.toString());

    Map<String, Object> json = JsonCheck.object(ended.out());
    assertThat(json)
        .containsEntry("format", "numetry-numa-doctor")
        .containsEntry("version", "1")
        .containsEntry("root", root.toString())
        .containsEntry("status", String.valueOf(ended.status()))
        .containsOnlyKeys("format", "version", "root", "status", "nodes", "plan", "findings");
    assertThat((List<?>) json.get("nodes")).isNotEmpty();
    assertThat((List<?>) json.get("findings")).hasSizeGreaterThan(14);
  }

  @Test
  void shouldEscapeWhatJsonWouldTrip() {
    String odd = "a\"b\\c\nd\té";

    assertThat(JsonCheck.object("{\"k\":" + ReportJson.string(odd) + "}")).containsEntry("k", odd);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fast|argument \"--fast\" is none of --json, --cores, --root, --placement," + " --help",
        "--cores|argument --cores needs a value",
        "--cores 0|--cores \"0\" is no number of cores, all, or a list: placement: core_count=0 is"
            + " too few, write 1 or more, or all_cores",
        "--cores 3-1|--cores \"3-1\" is no number of cores, all, or a list: cpu set: range=3-1 runs"
            + " backwards, write 1-3, in text=\"3-1\"",
        "--root /no/such/folder|--root \"/no/such/folder\" is no folder"
      })
  void shouldSayWhatIsWrongWithArguments(String args, String sentence) {
    Ended ended = run(args.split(" ", -1));

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err())
        .isEqualTo("numa-doctor: " + sentence + "; --help tells what to write\n");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void shouldHelp() {
    assertThat(run("--help")).isEqualTo(new Ended(0, Arguments.USAGE, ""));
  }

  @Test
  void shouldLookAtThisHost() {
    Ended ended = run("--json");

    Map<String, Object> json = JsonCheck.object(ended.out());
    assertThat(json).containsEntry("root", "/");
    assertThat(ended.out())
        .contains("\"subject\":\"libnuma\"", "\"subject\":\"memory binding\"")
        .contains("\"subject\":\"page location on node ");
    assertThat(ended.status()).isIn(0, 1);
  }
}
