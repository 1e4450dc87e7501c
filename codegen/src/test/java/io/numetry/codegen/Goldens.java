package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Expected output on disk, and {@code -Dnumetry.regenerate=true} to write it anew. A test that
 * wrote is aborted: only comparing passes.
 */
final class Goldens {
  private static final boolean REGENERATE = Boolean.getBoolean("numetry.regenerate");

  private Goldens() {}

  /** Compares {@code actual} to the files below {@code directory} that {@code ours} selects. */
  static void check(Path directory, Map<String, String> actual, Predicate<Path> ours)
      throws IOException {
    if (REGENERATE) {
      write(directory, actual, ours);
      Assumptions.abort("regenerated " + directory + ": look at the difference and run again");
    }
    assertThat(new TreeMap<>(read(directory, ours)))
        .as("%s (-Dnumetry.regenerate=true writes it anew)", directory)
        .isEqualTo(new TreeMap<>(actual));
  }

  /**
   * Text of each file below {@code directory} that {@code wanted} selects, by its path from there.
   */
  static Map<String, String> read(Path directory, Predicate<Path> wanted) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path file : list(directory, wanted)) {
      files.put(directory.relativize(file).toString(), Files.readString(file));
    }
    return files;
  }

  private static void write(Path directory, Map<String, String> actual, Predicate<Path> ours)
      throws IOException {
    for (Path stale : list(directory, ours)) {
      Files.delete(stale);
    }
    for (Map.Entry<String, String> entry : actual.entrySet()) {
      Path file = directory.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
  }

  private static List<Path> list(Path directory, Predicate<Path> wanted) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    }
  }
}
