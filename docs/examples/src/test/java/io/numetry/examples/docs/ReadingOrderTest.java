package io.numetry.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reading order leads somewhere, and no page links to what is not there. */
class ReadingOrderTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern STEP = Pattern.compile("(?m)^\\d\\. `([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^):]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern NUMBERED = Pattern.compile("(?m)^## (\\d+)\\. ");
  private static final Pattern FILE =
      Pattern.compile("(?<![\\w/.])(scripts/[\\w-]+|bench/results/\\d[\\w.-]*\\w)");

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
    for (Path page : pages()) {
      for (String link : found(LINK, page)) {
        int sharp = link.indexOf('#');
        Path to = sharp == 0 ? page : page.resolveSibling(link.replaceFirst("#.*", ""));
        assertThat(to).as("link of %s", page).exists();
        if (sharp >= 0) {
          assertThat(anchors(to)).as("%s, of %s", link, page).contains(link.substring(sharp + 1));
        }
        links++;
      }
    }
    assertThat(links).isGreaterThan(8);
  }

  @Test
  void everyFileThatAPageNamesIsThere() throws IOException {
    int named = 0;
    for (Path page : pages()) {
      for (String file : found(FILE, page)) {
        assertThat(ROOT.resolve(file)).as("named by %s", page).exists();
        named++;
      }
    }
    assertThat(named).isGreaterThan(20);
  }

  @Test
  void sectionsWithNumbersAreCounted() throws IOException {
    for (Path page : pages()) {
      List<String> numbers = found(NUMBERED, page);
      assertThat(numbers)
          .as("%s", page)
          .isEqualTo(IntStream.rangeClosed(1, numbers.size()).mapToObj(Integer::toString).toList());
    }
  }

  /** By its name, or by the last part of it behind a dot. */
  @Test
  void theMapHasEveryPackageOfTheWayOfANumber() throws IOException {
    String map = Files.readString(ROOT.resolve("docs/ARCHITECTURE.md"));
    for (String module : List.of("engine", "exporter")) {
      Path sources = ROOT.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        assertThat(files.filter(file -> file.endsWith("package-info.java")))
            .isNotEmpty()
            .allSatisfy(
                file -> {
                  Path folder = sources.relativize(file.resolveSibling(""));
                  assertThat(map)
                      .containsAnyOf(
                          "`" + folder.toString().replace('/', '.') + "`",
                          "`." + folder.getFileName() + "`");
                });
      }
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"), 2)) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              pages.filter(page -> page.toString().endsWith(".md")))
          .toList();
    }
  }

  /** Of headings, as they are made where the pages are shown. */
  private static List<String> anchors(Path page) {
    return found(HEADING, page).stream()
        .map(
            heading ->
                heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .toList();
  }
}
