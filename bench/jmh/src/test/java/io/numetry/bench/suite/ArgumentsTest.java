package io.numetry.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.bench.suite.result.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  private static final Path OUTPUT = Path.of("results");
  private static final Path PAGE = Path.of("page.md");

  private static Arguments parse(String... arguments) {
    return Arguments.parse(List.of(arguments), OUTPUT, PAGE);
  }

  @Test
  void nothingIsAQuickRunOfEverything() {
    assertThat(parse())
        .isEqualTo(new Arguments(Mode.QUICK, OUTPUT, "", Optional.empty(), Optional.empty()));
  }

  @Test
  void eachOptionIsTaken() {
    assertThat(parse("--full", "--only", "Poll.*", "--output", "there"))
        .isEqualTo(
            new Arguments(
                Mode.FULL, Path.of("there"), "Poll.*", Optional.empty(), Optional.empty()));
    assertThat(parse("--document", "a.json"))
        .isEqualTo(
            new Arguments(
                Mode.QUICK, OUTPUT, "", Optional.of(Path.of("a.json")), Optional.of(PAGE)));
  }

  @Test
  void aFullRunCanBeAsShortAsASmokeRun() {
    for (Arguments both : List.of(parse("--full", "--smoke"), parse("--smoke", "--full"))) {
      assertThat(both.mode()).isEqualTo(Mode.FULL_SMOKE);
    }
    assertThat(parse("--smoke").mode()).isEqualTo(Mode.SMOKE);
    assertThat(parse("--full", "--smoke", "--quick").mode()).isEqualTo(Mode.QUICK);
  }

  @ParameterizedTest
  @CsvSource({
    "--fast, unknown option --fast",
    "--only, --only needs a value",
    "'--only,(', '--only (: is no regular expression'"
  })
  void whatMakesNoSenseIsNamed(String arguments, String message) {
    assertThatThrownBy(() -> parse(arguments.split(",", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
