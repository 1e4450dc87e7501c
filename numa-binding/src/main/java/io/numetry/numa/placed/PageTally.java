package io.numetry.numa.placed;

import io.numetry.numa.PageLocations;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Where a range's pages are.
 *
 * @param local on the node they were to come from
 * @param remote on another
 * @param absent not there, though they have been: swapped out or given back
 * @param unknown of which nothing is told
 * @param remark which nodes the remote ones are on, or why nothing is told; empty if there is
 *     nothing to say
 */
public record PageTally(long local, long remote, long absent, long unknown, String remark) {

  public static final PageTally NONE = new PageTally(0, 0, 0, 0, "");

  /** Of the pages of a range that have been touched. */
  public static PageTally of(PageLocations pages, OptionalInt memoryNode) {
    long local = memoryNode.isPresent() ? pages.pagesOn(memoryNode.getAsInt()) : pages.present();
    return new PageTally(
        local,
        pages.present() - local,
        pages.notPresent(),
        pages.unknown(),
        pages.unknown() > 0
            ? pages.unknownBecause().orElse("nobody tells")
            : elsewhere(pages.pagesByNode(), memoryNode));
  }

  static String elsewhere(Map<Integer, Long> pagesByNode, OptionalInt memoryNode) {
    Map<Integer, Long> others = new TreeMap<>(pagesByNode);
    if (memoryNode.isEmpty()) {
      return "";
    }
    others.remove(memoryNode.getAsInt());
    StringBuilder text = new StringBuilder();
    others.forEach(
        (node, pages) ->
            text.append(text.isEmpty() ? "" : " ")
                .append("node")
                .append(node)
                .append('=')
                .append(pages));
    return text.toString();
  }

  /** Both together. */
  public PageTally plus(PageTally other) {
    return new PageTally(
        local + other.local,
        remote + other.remote,
        absent + other.absent,
        unknown + other.unknown,
        remark.isEmpty() ? other.remark : remark);
  }
}
