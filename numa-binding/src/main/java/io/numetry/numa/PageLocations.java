package io.numetry.numa;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a range's pages lay when the kernel was asked. Each page is counted once, in one of the
 * three places.
 *
 * @param pageBytes the unit counted in: ordinary pages, also where huge ones are in use
 * @param pagesByNode pages present, by the number of their node
 * @param notPresent pages that nobody wrote to, or that are swapped out
 * @param unknown pages of which the kernel told nothing
 * @param unknownBecause why it did not; empty if it told of all
 */
public record PageLocations(
    long pageBytes,
    Map<Integer, Long> pagesByNode,
    long notPresent,
    long unknown,
    Optional<String> unknownBecause) {

  public PageLocations {
    SortedMap<Integer, Long> sorted = new TreeMap<>(pagesByNode);
    pagesByNode = Collections.unmodifiableSortedMap(sorted);
  }

  /** Pages on one node. */
  public long pagesOn(int node) {
    return pagesByNode.getOrDefault(node, 0L);
  }

  /** Pages on all nodes. */
  public long present() {
    return pagesByNode.values().stream().mapToLong(pages -> pages).sum();
  }

  /** True if every page that is present is on this node, and the kernel told of all pages. */
  public boolean allOn(int node) {
    return unknown == 0 && pagesOn(node) == present();
  }

  /** Both together; they count in the same unit. */
  PageLocations plus(PageLocations other) {
    SortedMap<Integer, Long> sum = new TreeMap<>(pagesByNode);
    other.pagesByNode.forEach((node, pages) -> sum.merge(node, pages, Long::sum));
    return new PageLocations(
        pageBytes,
        sum,
        notPresent + other.notPresent,
        unknown + other.unknown,
        unknownBecause.or(() -> other.unknownBecause));
  }

  /** "node0=12 node1=3 not present=5 unknown=0 pages of 4096 bytes". */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    pagesByNode.forEach(
        (node, pages) -> text.append("node").append(node).append('=').append(pages).append(' '));
    text.append("not present=").append(notPresent).append(" unknown=").append(unknown);
    text.append(" pages of ").append(pageBytes).append(" bytes");
    unknownBecause.ifPresent(because -> text.append("; ").append(because));
    return text.toString();
  }
}
