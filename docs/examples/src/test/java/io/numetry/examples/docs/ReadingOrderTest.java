package io.numetry.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reading order leads somewhere, and no page links to what is not there. */
class ReadingOrderTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern STEP = Pattern.compile("(?m)^\\d\\. `([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private static List<String> found(Pattern pattern, Path page) {
    try {
      return pattern
          .matcher(Files.readString(page))
          .results()
          .map((MatchResult result) -> result.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void atMostEightFilesLeadFromTheAnnotationToTheBytes() {
    List<String> steps = found(STEP, ROOT.resolve("docs/README.md"));
    assertThat(steps).hasSizeBetween(5, 8);
    assertThat(steps).allSatisfy(step -> assertThat(ROOT.resolve(step)).isRegularFile());
  }

  @Test
  void everyLinkOfEveryPageLeadsSomewhere() throws IOException {
    int links = 0;
    try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"), 2)) {
      List<Path> all =
          Stream.concat(
                  Stream.of(ROOT.resolve("README.md")),
                  pages.filter(page -> page.toString().endsWith(".md")))
              .toList();
      for (Path page : all) {
        for (String link : found(LINK, page)) {
          assertThat(page.resolveSibling(link)).as("link of %s", page).exists();
          links++;
        }
      }
    }
    assertThat(links).isGreaterThan(8);
  }
}
