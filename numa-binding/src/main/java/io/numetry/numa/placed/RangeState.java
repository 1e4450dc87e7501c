package io.numetry.numa.placed;

import io.numetry.numa.proc.NumaMaps;
import io.numetry.numa.proc.NumaMaps.Mapping;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A placed range and where its pages are now. */
public record RangeState(PlacedRange placed, PageTally pages) {

  static final long PAGE_BYTES = 4096;

  /**
   * Looks ranges up in what the kernel tells of a process's mappings. It tells of whole mappings,
   * and makes one of neighbours that have the same policy: what lies elsewhere in such a mapping is
   * held against each range in it. A mapping that goes beyond all ranges, and has pages on several
   * nodes, tells nothing of a range.
   *
   * @param all every range of the process
   */
  static RangeState read(PlacedRange range, List<PlacedRange> all, NumaMaps maps) {
    PageTally sum = PageTally.NONE;
    long mapped = 0;
    for (Mapping mapping : maps.overlapping(range.address(), range.bytes())) {
      mapped += overlap(mapping, range);
      sum = sum.plus(tally(mapping, range, all));
    }
    if (mapped < range.bytes()) {
      long pages = (range.bytes() - mapped) / PAGE_BYTES;
      sum =
          sum.plus(
              new PageTally(0, 0, 0, pages, "not mapped, or mapped since the file was written"));
    }
    return new RangeState(range, sum);
  }

  private static PageTally tally(Mapping mapping, PlacedRange range, List<PlacedRange> all) {
    OptionalInt node = range.memoryNode();
    Map<Integer, Long> others = new TreeMap<>(mapping.pagesByNode());
    long local;
    if (node.isPresent()) {
      Long there = others.remove(node.getAsInt());
      local = there == null ? 0 : there;
    } else {
      local = others.values().stream().mapToLong(pages -> pages).sum();
      others.clear();
    }
    long unit = mapping.pageBytes() / PAGE_BYTES;
    long most = overlap(mapping, range) / PAGE_BYTES;
    if (others.isEmpty()) {
      return new PageTally(Math.min(local * unit, most), 0, 0, 0, "");
    }
    if (!isCovered(mapping, all)) {
      return new PageTally(
          0, 0, 0, most, "the kernel tells of it together with memory that is not Numetry's");
    }
    long remote = others.values().stream().mapToLong(pages -> pages).sum();
    return new PageTally(
        Math.min(local * unit, most),
        remote * unit,
        0,
        0,
        PageTally.elsewhere(mapping.pagesByNode(), node));
  }

  private static boolean isCovered(Mapping mapping, List<PlacedRange> all) {
    long covered = all.stream().mapToLong(range -> overlap(mapping, range)).sum();
    return covered >= mapping.end() - mapping.start();
  }

  private static long overlap(Mapping mapping, PlacedRange range) {
    long start = Math.max(mapping.start(), range.address());
    long end = Math.min(mapping.end(), range.address() + range.bytes());
    return Math.max(0, end - start);
  }
}
