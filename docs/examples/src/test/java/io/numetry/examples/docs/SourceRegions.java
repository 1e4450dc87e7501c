package io.numetry.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The marked regions of a source file as code blocks, without their own indent: from a line {@code
 * // guide: name} to one {@code // guide: end}.
 */
public final class SourceRegions {
  private static final Path SOURCES = Path.of("src/main/java/io/numetry/examples");

  private SourceRegions() {}

  /**
   * All regions of a file, by name.
   *
   * @param page what the marks begin with
   * @param file below the examples' package
   */
  public static Map<String, String> of(String page, Path file) throws IOException {
    Pattern region =
        Pattern.compile(
            "^ *// " + page + ": (?!end)(.+)\n((?s:.*?))^ *// " + page + ": end$",
            Pattern.MULTILINE);
    Map<String, String> regions = new LinkedHashMap<>();
    region
        .matcher(Files.readString(SOURCES.resolve(file)))
        .results()
        .forEach(found -> regions.put(found.group(1), block(found.group(2))));
    return regions;
  }

  /** The folder of the examples' package. */
  public static Path sources() {
    return SOURCES;
  }

  private static String block(String code) {
    return "```java\n" + code.stripTrailing().stripIndent() + "\n```\n";
  }
}
