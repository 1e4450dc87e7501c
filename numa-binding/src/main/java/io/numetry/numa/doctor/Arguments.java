package io.numetry.numa.doctor;

import io.numetry.numa.CpuSet;
import io.numetry.numa.placement.PlacementRequest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param root the one given, else "/"
 * @param placement a file that a running process wrote; empty to look at the host
 */
record Arguments(
    boolean help, boolean json, PlacementRequest request, Path root, Optional<Path> placement) {

  static final String USAGE =
      """
      usage: numa-doctor [--json] [--cores N|all|LIST] [--root DIR]
             numa-doctor [--json] --placement FILE
        --json    for programs instead of people
        --cores   how many cores to plan, or on which CPUs: 4, all (default), 2-5,8; 3-3 for CPU 3
        --root    a folder with sys and proc in it that stands in for / (default)
        --placement
                  the file that a running process wrote of what it has placed: where it is now
      Status: 0 all as wanted, 1 there are warnings, 2 bad arguments, or a file of a process that has
      ended; 3 no deviation from the placement was seen, but not everything could be.
      """;

  private static final int MOST_DIGITS = 6;

  /**
   * @param root where to look unless told otherwise
   * @throws IllegalArgumentException with a sentence for the person who wrote them
   */
  static Arguments parse(String[] args, Path root) {
    boolean json = false;
    Optional<Path> placement = Optional.empty();
    PlacementRequest request = PlacementRequest.allCores();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--help", "-h" -> {
          return new Arguments(true, json, request, root, placement);
        }
        case "--json" -> json = true;
        case "--cores" -> request = request(value(args, ++i));
        case "--root" -> root = folder(value(args, ++i));
        case "--placement" -> placement = Optional.of(file(value(args, ++i)));
        default ->
            throw new IllegalArgumentException(
                "argument \""
                    + args[i]
                    + "\" is none of --json, --cores, --root, --placement, --help");
      }
    }
    return new Arguments(false, json, request, root, placement);
  }

  private static String value(String[] args, int index) {
    if (index == args.length) {
      throw new IllegalArgumentException("argument " + args[index - 1] + " needs a value");
    }
    return args[index];
  }

  private static PlacementRequest request(String cores) {
    if (cores.equals("all")) {
      return PlacementRequest.allCores();
    }
    boolean count =
        !cores.isEmpty()
            && cores.length() <= MOST_DIGITS
            && cores.chars().allMatch(c -> c >= '0' && c <= '9');
    try {
      return count
          ? PlacementRequest.coreCount(Integer.parseInt(cores))
          : PlacementRequest.coreSet(CpuSet.parse(cores));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--cores \"" + cores + "\" is no number of cores, all, or a list: " + e.getMessage(), e);
    }
  }

  private static Path file(String name) {
    try {
      Path file = Path.of(name);
      if (!name.isEmpty() && Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("--placement \"" + name + "\" is no path", e);
    }
    throw new IllegalArgumentException(
        "--placement \""
            + name
            + "\" is no file; a process writes one if it is told to, and removes"
            + " it when it ends");
  }

  private static Path folder(String name) {
    try {
      Path folder = Path.of(name);
      if (!name.isEmpty() && Files.isDirectory(folder)) {
        return folder.toAbsolutePath().normalize();
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("--root \"" + name + "\" is no path", e);
    }
    throw new IllegalArgumentException("--root \"" + name + "\" is no folder");
  }
}
