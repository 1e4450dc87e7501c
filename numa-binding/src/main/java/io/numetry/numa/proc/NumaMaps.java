package io.numetry.numa.proc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * On which nodes the pages of a process's mappings lie, as {@code numa_maps} tells, with their ends
 * from {@code maps}. The kernel walks all of the process's page tables for it.
 *
 * @param mappings ascending by address; those that both files know
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_numa_maps.5.html">
 *     proc_pid_numa_maps(5)</a>
 */
public record NumaMaps(List<Mapping> mappings) {

  /** A process with more is not read: it is not one that anybody would look at. */
  private static final int MOST_LINES = 1 << 20;

  private static final int HEX = 16;
  private static final long KIB = 1024;
  private static final long ORDINARY_PAGE_BYTES = 4 * KIB;

  /**
   * One mapping.
   *
   * @param end the address after its last byte
   * @param policy as the kernel writes it, "bind:1" say
   * @param pageBytes what pages are counted in
   * @param pagesByNode pages present, by the number of their node
   */
  public record Mapping(
      long start, long end, String policy, long pageBytes, SortedMap<Integer, Long> pagesByNode) {}

  public NumaMaps {
    mappings = List.copyOf(mappings);
  }

  /**
   * Reads them.
   *
   * @param process the folder of a process in proc
   * @return empty if the kernel does not tell: one without NUMA, or another user's process
   */
  public static Optional<NumaMaps> read(Path process) {
    try {
      Map<Long, Long> ends = ends(process.resolve("maps"));
      List<Mapping> mappings = new ArrayList<>();
      for (String line : lines(process.resolve("numa_maps"))) {
        mapping(line, ends).ifPresent(mappings::add);
      }
      return mappings.isEmpty() ? Optional.empty() : Optional.of(new NumaMaps(mappings));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The mappings that have a byte of a range. */
  public List<Mapping> overlapping(long address, long bytes) {
    return mappings.stream()
        .filter(each -> each.start() < address + bytes && each.end() > address)
        .toList();
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (lines.size() == MOST_LINES) {
          throw new IOException("more than " + MOST_LINES + " lines in " + file);
        }
        lines.add(line);
      }
    }
    return lines;
  }

  private static Map<Long, Long> ends(Path file) throws IOException {
    Map<Long, Long> ends = new HashMap<>();
    for (String line : lines(file)) {
      int dash = line.indexOf('-');
      int space = line.indexOf(' ');
      if (dash > 0 && space > dash) {
        Optional<Long> start = hex(line.substring(0, dash));
        Optional<Long> end = hex(line.substring(dash + 1, space));
        if (start.isPresent() && end.isPresent()) {
          ends.put(start.get(), end.get());
        }
      }
    }
    return ends;
  }

  private static Optional<Mapping> mapping(String line, Map<Long, Long> ends) {
    String[] words = line.split(" ", -1);
    Long end = hex(words[0]).map(ends::get).orElse(null);
    if (words.length < 2 || end == null) {
      return Optional.empty(); // came between the reading of the two files, or makes no sense
    }
    SortedMap<Integer, Long> pages = new TreeMap<>();
    long pageBytes = ORDINARY_PAGE_BYTES;
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals > 0) {
        String key = words[i].substring(0, equals);
        long number = KernelText.number(words[i].substring(equals + 1)).orElse(0);
        if (key.equals("kernelpagesize_kB") && number > 0 && number <= Long.MAX_VALUE / KIB) {
          pageBytes = number * KIB;
        } else if (key.matches("N[0-9]{1,6}")) {
          pages.put(Integer.parseInt(key.substring(1)), number);
        }
      }
    }
    return Optional.of(new Mapping(hex(words[0]).orElseThrow(), end, words[1], pageBytes, pages));
  }

  private static Optional<Long> hex(String text) {
    try {
      return Optional.of(Long.parseUnsignedLong(text, HEX));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
