package io.numetry.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide shows of features is code that is compiled and tested. */
class GuideTest {
  private static final Path GUIDE = Path.of("../guide.md");

  @Test
  void showsEveryExampleAsItIs() throws IOException {
    String guide = Files.readString(GUIDE);
    int shown = 0;
    for (Path file : features()) {
      for (var region : SourceRegions.of("guide", file).entrySet()) {
        assertThat(guide).as("%s, region %s", file, region.getKey()).contains(region.getValue());
        shown++;
      }
    }
    assertThat(shown).isGreaterThan(12);
  }

  @Test
  void anExampleIsNoLongerThanAScreen() throws IOException {
    for (Path file : features()) {
      assertThat(Files.readAllLines(SourceRegions.sources().resolve(file)))
          .as("%s", file)
          .hasSizeLessThan(60);
    }
  }

  private static List<Path> features() throws IOException {
    Path sources = SourceRegions.sources();
    try (Stream<Path> files = Files.list(sources.resolve("features"))) {
      return files.map(sources::relativize).sorted().toList();
    }
  }
}
