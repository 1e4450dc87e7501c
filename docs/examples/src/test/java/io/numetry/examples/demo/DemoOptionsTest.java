package io.numetry.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.aggregate.AggregationLevel;
import io.numetry.numa.CpuSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {
  private static final CpuSet ALLOWED = CpuSet.parse("0-3");

  @Test
  void byDefaultTwoCoresAndTenSeconds() throws UsageException {
    DemoOptions options = parse();
    assertThat(options.cpus()).containsExactly(0, 1);
    assertThat(options.seconds()).isEqualTo(10);
    assertThat(options.interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.temporality()).isEqualTo("cumulative");
    assertThat(options.level()).isEqualTo(AggregationLevel.NODE);
    assertThat(options.endpoint()).isEmpty();
  }

  @Test
  void takesEveryOption() throws UsageException {
    DemoOptions options =
        parse(
            "--cpus 1,3 --seconds 3 --interval 20 --temporality delta --level core --rate 7"
                + " --endpoint http://localhost:4318 --received f.jsonl");
    assertThat(options.cpus()).containsExactly(1, 3);
    assertThat(options.seconds()).isEqualTo(3);
    assertThat(options.interval()).isEqualTo(Duration.ofMillis(20));
    assertThat(options.temporality()).isEqualTo("delta");
    assertThat(options.level()).isEqualTo(AggregationLevel.CORE);
    assertThat(options.framesPerSecond()).isEqualTo(7);
    assertThat(options.endpoint()).contains("http://localhost:4318");
    assertThat(options.received()).hasToString("Optional[f.jsonl]");
  }

  @Test
  void onASingleCpuTwoCoresShareIt() throws UsageException {
    assertThat(DemoOptions.parse(List.of(), CpuSet.of(5)).cpus()).containsExactly(5, 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--cores 9              | --cores 9: there are only 4 CPUs to use, 0-3",
        "--cores 1              | --cores 1: write a whole number, 2 to 1024",
        "--cores two            | --cores two: write a whole number, 2 to 1024",
        "--cpus 0,7             | --cpus 0,7: CPU 7 is not there for this process; it may use 0-3",
        "--cpus 0-              | --cpus 0- is no list of CPUs; write one like 0,2-3",
        "--seconds 0            | --seconds 0: write a whole number, 1 to 86400",
        "--interval 0           | --interval 0: write a whole number, 1 to 3600000",
        "--temporality often    | --temporality often: write delta or cumulative or lowmemory",
        "--level socket         | --level socket: write core or node or process",
        "--rate                 | --rate needs a value; --help shows which",
        "--faster               | --faster is no option of the demo; --help lists them",
      })
  void saysInASentenceWhatIsWrong(String arguments, String message) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"nowhere", "ftp://host", "http://", "http://host:99999"})
  void anEndpointMustBeAnHttpUrl(String url) {
    assertThatThrownBy(() -> parse("--endpoint " + url))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--endpoint=" + url + " ")
        .hasMessageContaining("write one like http://");
  }

  @Test
  void aFileOfNoCollectorMakesNoSense() {
    assertThatThrownBy(() -> parse("--received f.jsonl"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--received says what a collector wrote down; name that collector with --endpoint");
  }

  private static DemoOptions parse() throws UsageException {
    return DemoOptions.parse(List.of(), ALLOWED);
  }

  private static DemoOptions parse(String arguments) throws UsageException {
    return DemoOptions.parse(List.of(arguments.split(" ", -1)), ALLOWED);
  }
}
