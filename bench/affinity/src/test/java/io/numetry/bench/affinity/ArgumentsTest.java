package io.numetry.bench.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.bench.affinity.result.Run.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  private static final Path DEFAULT = Path.of("results");

  @TempDir Path folder;

  private static Arguments parse(String... args) {
    return Arguments.parse(args, DEFAULT);
  }

  @Test
  void byDefaultItIsQuick() {
    assertThat(parse())
        .isEqualTo(new Arguments(false, Mode.QUICK, DEFAULT, false, Optional.empty()));
  }

  @Test
  void takesWhatIsAskedFor() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{}");
    assertThat(parse("--full", "--json", "--output", "some/new/folder"))
        .isEqualTo(
            new Arguments(false, Mode.FULL, Path.of("some/new/folder"), true, Optional.empty()));
    assertThat(parse("--from", file.toString()).from()).hasValue(file);
    assertThat(parse("--smoke", "--help").help()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fast|argument \"--fast\" is none of --quick, --full, --smoke, --output, --json, --from,"
            + " --help",
        "all|argument \"all\" is none of",
        "--quick --full|write one of --quick, --full, --smoke, once",
        "--full --full|write one of --quick, --full, --smoke, once",
        "--output|argument --output needs a value",
        "--output --json|argument --output needs a value",
        "--output a --output b|\"a\" and \"b\" are given for one option, write it once",
        "--output pom.xml|--output \"pom.xml\" is a file, write a folder",
        "--from nowhere.json|--from \"nowhere.json\" is no file",
        "--from pom.xml --full|--from measures nothing, so leave out --full"
      })
  void refusesNonsenseWithASentence(String line, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(line.split(" ", -1)))
        .withMessageStartingWith(message);
  }

  @Test
  void refusesABlankPath() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--output", " "))
        .withMessage("--output is blank, write a path");
  }
}
