package io.numetry.numa;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts pages into {@link PageLocations}. Used by one thread. */
final class PageCount {

  private final long pageBytes;
  private final Map<Integer, Long> pagesByNode = new TreeMap<>();
  private long notPresent;
  private long unknown;
  private @Nullable String unknownBecause;

  PageCount(long pageBytes) {
    this.pageBytes = pageBytes;
  }

  void onNode(int node) {
    pagesByNode.merge(node, 1L, Long::sum);
  }

  void notPresent() {
    notPresent++;
  }

  /** Keeps the first reason. */
  void unknown(long pages, String because) {
    unknown += pages;
    if (unknownBecause == null && pages > 0) {
      unknownBecause = because;
    }
  }

  PageLocations toLocations() {
    return new PageLocations(
        pageBytes, pagesByNode, notPresent, unknown, Optional.ofNullable(unknownBecause));
  }
}
