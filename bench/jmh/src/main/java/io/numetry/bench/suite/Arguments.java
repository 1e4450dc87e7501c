package io.numetry.bench.suite;

import io.numetry.bench.suite.result.Mode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What the suite was asked for, checked.
 *
 * @param output a folder for results
 * @param only found in the names to measure; empty for all
 * @param from results that were made before: nothing is measured
 * @param document a page of the documentation to write the tables into
 */
record Arguments(
    Mode mode, Path output, String only, Optional<Path> from, Optional<Path> document) {
  static final String USAGE =
      """
      Usage: scripts/bench [--full] [--smoke] [--only REGEX] [--output DIR]
             scripts/bench --from FILE.json [--output DIR]
             scripts/bench --document FILE.json
        --quick            the default: about twelve minutes; wants a machine that does nothing else
        --full             about an hour: more and longer, a million series, experiments
        --smoke            two minutes: shows that everything runs; the figures mean nothing.
                           With --full, five: everything of a full run
        --only REGEX       what has it in its name (Class.method:parameter=value); other rows are left out
        --output DIR       for DATE-MODE.json and DATE-MODE.html; by default bench/results
        --from FILE.json   measures nothing: tables and page of results that were made before
        --document FILE.json
                           measures nothing: writes these results' tables into docs/performance.md
        --help             this text
      Exit status: 0 all limits are met, 1 one is not or something failed, 2 bad arguments.
      """;

  /**
   * Reads them.
   *
   * @param output by default
   * @param page that --document writes into
   * @throws IllegalArgumentException if they make no sense; the message says what to write
   */
  static Arguments parse(List<String> arguments, Path output, Path page) {
    Deque<String> left = new ArrayDeque<>(arguments);
    var parsed = new Arguments(Mode.QUICK, output, "", Optional.empty(), Optional.empty());
    while (!left.isEmpty()) {
      parsed = parsed.with(left.removeFirst(), left, page);
    }
    return parsed;
  }

  private Arguments with(String option, Deque<String> left, Path page) {
    return switch (option) {
      case "--quick" -> new Arguments(Mode.QUICK, output, only, from, document);
      case "--full" -> new Arguments(mode.full(), output, only, from, document);
      case "--smoke" -> new Arguments(mode.smoke(), output, only, from, document);
      case "--only" -> new Arguments(mode, output, expression(value(option, left)), from, document);
      case "--output" -> new Arguments(mode, Path.of(value(option, left)), only, from, document);
      case "--from" ->
          new Arguments(mode, output, only, Optional.of(Path.of(value(option, left))), document);
      case "--document" ->
          new Arguments(
              mode, output, only, Optional.of(Path.of(value(option, left))), Optional.of(page));
      default ->
          throw new IllegalArgumentException("unknown option " + option + "; --help lists them");
    };
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value; --help shows which");
    }
    return left.removeFirst();
  }

  private static String expression(String text) {
    try {
      return Pattern.compile(text).pattern();
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "--only " + text + ": is no regular expression, " + e.getDescription(), e);
    }
  }
}
