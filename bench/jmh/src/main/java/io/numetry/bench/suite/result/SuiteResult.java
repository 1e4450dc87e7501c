package io.numetry.bench.suite.result;

import io.numetry.bench.support.json.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All of a run: what the file of results has in it.
 *
 * @param format always {@link #FORMAT}
 * @param version of the shape: members may come with no new one, none goes without one
 * @param jmh what JMH measured, raw
 * @param figures what was measured otherwise
 * @param failures what was to be measured and was not, a sentence each
 */
public record SuiteResult(
    String format,
    int version,
    Run run,
    List<JmhResult> jmh,
    List<Figure> figures,
    List<String> failures) {
  public static final String FORMAT = "numetry-bench";
  public static final int VERSION = 1;

  private static final long LARGEST_FILE = 64L << 20;

  public SuiteResult {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException(
          "results: format=\"" + format + "\" is none of this suite, which writes " + FORMAT);
    }
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "results: version=" + version + " cannot be read here, only " + VERSION);
    }
    jmh = List.copyOf(jmh);
    figures = List.copyOf(figures);
    failures = List.copyOf(failures);
  }

  public static SuiteResult of(
      Run run, List<JmhResult> jmh, List<Figure> figures, List<String> failures) {
    return new SuiteResult(FORMAT, VERSION, run, jmh, figures, failures);
  }

  public String json() {
    return RecordJson.write(this) + "\n";
  }

  /**
   * Reads a file of results.
   *
   * @throws IllegalArgumentException if it is none; the message names it and says what is wrong
   */
  public static SuiteResult read(Path file) throws IOException {
    long bytes = Files.size(file);
    if (bytes > LARGEST_FILE) {
      throw new IllegalArgumentException(
          file + ": bytes=" + bytes + " are too many for results, " + LARGEST_FILE + " at most");
    }
    try {
      return RecordJson.read(SuiteResult.class, Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ": holds no results of scripts/bench, " + e.getMessage(), e);
    }
  }
}
