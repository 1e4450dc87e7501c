package io.numetry.numa.placed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.numa.CpuSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written comes back, and what was not written is told apart. */
final class PlacementFileTest {

  private static final ThreadCounts COUNTS =
      new ThreadCounts(
          OptionalLong.of(1),
          OptionalLong.empty(),
          OptionalLong.of(3),
          OptionalLong.of(0),
          OptionalLong.empty());

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "receiver",
        "two words",
        " name=x ",
        "a\nb\\u0041\r",
        "\ud83d\ude00 \ud800",
        "",
        "end"
      })
  void shouldGiveBackWhatWasWritten(String name) throws IOException {
    PlacedProcess written = process(name);
    Path file = folder.resolve("placement");

    PlacementFile.write(file, written);
    PlacementFile.write(file, written); // replaces

    assertThat(PlacementFile.read(file)).isEqualTo(written);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).as("nothing is left beside it").containsExactly(file);
    }
  }

  @Test
  void shouldLeaveNothingWhereItCannotWrite() throws IOException {
    assertThatThrownBy(() -> PlacementFile.write(folder.resolve("no/where"), process("x")))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> PlacementFile.write(folder, process("x")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a folder");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shouldReplaceALinkAndNotWhatItPointsTo() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link"), precious);

    PlacementFile.write(link, process("x"));

    assertThat(precious).hasContent("mine");
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cpus=2-3|cpus=3-2|line=3: cpus=3-2 is no list",
        "role=core|role=boss|line=3: role=boss is unknown",
        "counts=1|counts=x|line=3: counts=x is no number from 0 up",
        "counts=1,|counts=|are not 5",
        "thread=77|thread=77777777777|line=3: thread=77777777777 is too large",
        "thread=77|thread|line=3: \"thread\" is not of the form key=value",
        "bytes=8192|bytes=-1|line=4: bytes=-1 is no number from 0 up",
        "address=7f0012340000|address=q|line=4: address=q is no hexadecimal number",
        "kind=bank|kin=bank|line=4: there is no kind",
        "range kind|rang kind|line=4: a line that begins with range was expected",
        "pid=4711|pid=|line=2: pid= is no number from 0 up",
        "name=x|name=\\u00|has a \\ that is not followed by u and four digits",
        "numetry-placement 1|numetry-placement 2|does not begin with",
      })
  void shouldNameWhatIsBroken(String good, String bad, String message) throws IOException {
    Path file = folder.resolve("placement");
    PlacementFile.write(file, process("x"));
    String text = Files.readString(file);
    assertThat(text).contains(good);

    Files.writeString(
        file,
        text.replaceFirst(
            java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad)));

    assertThatThrownBy(() -> PlacementFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("file=" + file)
        .hasMessageContaining(message);
  }

  @Test
  void shouldNameWhatIsCutOff() throws IOException {
    Path file = folder.resolve("placement");
    PlacementFile.write(file, process("x"));
    String text = Files.readString(file);
    for (int length = 0; length < text.length() - 1; length++) {
      Files.writeString(file, text.substring(0, length));
      assertThatThrownBy(() -> PlacementFile.read(file))
          .isInstanceOf(IllegalArgumentException.class);
    }
    Files.write(file, new byte[(16 << 20) + 1]);
    assertThatThrownBy(() -> PlacementFile.read(file))
        .hasMessageContaining("is longer than bytes=");
  }

  private static PlacedProcess process(String name) {
    return new PlacedProcess(
        4711,
        OptionalLong.of(81234),
        "0f3e-11",
        List.of(
            new PlacedThread(
                ThreadRole.CORE,
                name,
                77,
                OptionalLong.of(9),
                CpuSet.of(2, 3),
                OptionalInt.of(1),
                COUNTS)),
        List.of(
            new PlacedRange("bank", name, 1, OptionalInt.of(0), 0x7f0012340000L, 8192),
            new PlacedRange("node-bank", name, 0, OptionalInt.empty(), 1L << 63, 4096)));
  }
}
