package io.numetry.examples.placement;

import io.numetry.numa.placed.PlacedRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel's own account, {@code /proc/self/numa_maps}, says of ranges: read here, and not
 * by what is to be proven.
 */
final class KernelPages {
  private static final Pattern START = Pattern.compile("^([0-9a-f]+) ");
  private static final Pattern PAGES = Pattern.compile(" N([0-9]+)=([0-9]+)");

  private final NavigableMap<Long, String> lineByStart = new TreeMap<>();

  /** Reads all of it now. */
  KernelPages() throws IOException {
    for (String line :
        Files.readAllLines(Path.of("/proc/self/numa_maps"), StandardCharsets.ISO_8859_1)) {
      Matcher start = START.matcher(line);
      if (start.find() && start.group(1).length() < 16) { // the rest is the kernel's own
        lineByStart.put(Long.parseLong(start.group(1), 16), line);
      }
    }
  }

  /** Pages of the mappings that a range lies in, by node. */
  Map<Integer, Long> of(PlacedRange range) {
    Long first = lineByStart.floorKey(range.address());
    Map<Integer, Long> pages = new TreeMap<>();
    lineByStart
        .subMap(
            first == null ? range.address() : first, true, range.address() + range.bytes(), false)
        .values()
        .forEach(line -> count(line, pages));
    return pages;
  }

  private static void count(String line, Map<Integer, Long> pages) {
    Matcher each = PAGES.matcher(line);
    while (each.find()) {
      pages.merge(Integer.valueOf(each.group(1)), Long.valueOf(each.group(2)), Long::sum);
    }
  }
}
