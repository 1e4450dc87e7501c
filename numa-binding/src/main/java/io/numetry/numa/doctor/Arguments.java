package io.numetry.numa.doctor;

import io.numetry.numa.CpuSet;
import io.numetry.numa.placement.PlacementRequest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What was asked for on the command line.
 *
 * @param root the one given, else "/"
 */
record Arguments(boolean help, boolean json, PlacementRequest request, Path root) {

  static final String USAGE =
      """
      usage: numa-doctor [--json] [--cores N|all|LIST] [--root DIR]
        --json    for programs instead of people
        --cores   how many cores to plan, or on which CPUs: 4, all (default), 2-5,8; 3-3 for CPU 3
        --root    a folder with sys and proc in it that stands in for / (default)
      Status: 0 all as wanted, 1 there are warnings, 2 bad arguments.
      """;

  private static final int MOST_DIGITS = 6;

  /**
   * @param root where to look unless told otherwise
   * @throws IllegalArgumentException with a sentence for the person who wrote them
   */
  static Arguments parse(String[] args, Path root) {
    boolean json = false;
    PlacementRequest request = PlacementRequest.allCores();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--help", "-h" -> {
          return new Arguments(true, json, request, root);
        }
        case "--json" -> json = true;
        case "--cores" -> request = request(value(args, ++i));
        case "--root" -> root = folder(value(args, ++i));
        default ->
            throw new IllegalArgumentException(
                "argument \"" + args[i] + "\" is none of --json, --cores, --root, --help");
      }
    }
    return new Arguments(false, json, request, root);
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
