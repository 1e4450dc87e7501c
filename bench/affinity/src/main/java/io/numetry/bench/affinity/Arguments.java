package io.numetry.bench.affinity;

import io.numetry.bench.affinity.result.Run.Mode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param from the JSON of an earlier run to make a page of; empty to measure
 */
record Arguments(boolean help, Mode mode, Path output, boolean json, Optional<Path> from) {

  static final String USAGE =
      """
      usage: bench-affinity [--quick | --full | --smoke] [--output DIR] [--json]
             bench-affinity --from FILE.json [--output DIR] [--json]
        --quick   (default) about two minutes on 8 CPUs. With more than 16 CPUs a pair of CPUs for
                  each relation and pair of nodes, with more than 4 nodes the nearest and the
                  farthest of each; the report says so
        --full    every pair of CPUs and of nodes; hours on hundreds of CPUs
        --smoke   seconds: shows that everything runs, also on an emulated machine; the figures
                  mean nothing, and the report says so
        --output  the folder for DATE-affinity.json and .html, made if it is not there
                  (default %s)
        --json    prints the JSON instead of the text
        --from    measures nothing, makes text and page of an earlier run's JSON
      Things are measured for a time, not for a number of turns: a slow machine does fewer turns.
      Stop everything else first; a run on a busy machine is marked as one.
      Status: 0 measured, 1 it could not be, 2 bad arguments.
      """;

  /**
   * @param output where to write unless told otherwise
   * @throws IllegalArgumentException with a sentence for the person who wrote them
   */
  static Arguments parse(String[] args, Path output) {
    @Nullable Mode mode = null;
    @Nullable Path from = null;
    @Nullable Path folder = null;
    boolean json = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--help", "-h" -> {
          return new Arguments(true, Mode.QUICK, output, json, Optional.empty());
        }
        case "--quick" -> mode = only(mode, Mode.QUICK);
        case "--full" -> mode = only(mode, Mode.FULL);
        case "--smoke" -> mode = only(mode, Mode.SMOKE);
        case "--json" -> json = true;
        case "--output" -> folder = folder(once(folder, value(args, ++i)));
        case "--from" -> from = file(once(from, value(args, ++i)));
        default ->
            throw new IllegalArgumentException(
                "argument \""
                    + args[i]
                    + "\" is none of --quick, --full, --smoke, --output, --json, --from, --help");
      }
    }
    if (from != null && mode != null) {
      throw new IllegalArgumentException(
          "--from measures nothing, so leave out --" + mode.name().toLowerCase(Locale.ROOT));
    }
    return new Arguments(
        false,
        mode == null ? Mode.QUICK : mode,
        folder == null ? output : folder,
        json,
        Optional.ofNullable(from));
  }

  private static Mode only(@Nullable Mode before, Mode now) {
    if (before != null) {
      throw new IllegalArgumentException("write one of --quick, --full, --smoke, once");
    }
    return now;
  }

  private static String once(@Nullable Path before, String now) {
    if (before != null) {
      throw new IllegalArgumentException(
          "\"" + before + "\" and \"" + now + "\" are given for one option, write it once");
    }
    return now;
  }

  private static String value(String[] args, int index) {
    if (index == args.length || args[index].startsWith("--")) {
      throw new IllegalArgumentException("argument " + args[index - 1] + " needs a value");
    }
    return args[index];
  }

  private static Path folder(String name) {
    Path folder = path("--output", name);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("--output \"" + name + "\" is a file, write a folder");
    }
    return folder;
  }

  private static Path file(String name) {
    Path file = path("--from", name);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("--from \"" + name + "\" is no file");
    }
    return file;
  }

  private static Path path(String option, String name) {
    try {
      if (!name.isBlank()) {
        return Path.of(name);
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(option + " \"" + name + "\" is no path", e);
    }
    throw new IllegalArgumentException(option + " is blank, write a path");
  }
}
