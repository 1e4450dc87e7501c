package io.numetry.bench.suite.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is measured, beside what it is held against. Names are those of benchmarks and
 * figures: {@code Class.method:parameter=value@threads}, all parameters in alphabetical order; with
 * {@code #metric} behind, what a profiler counted of a benchmark.
 *
 * @param what in words
 * @param ours name
 * @param baseline what it is beside, in words
 * @param base the name of that; empty if ours stands alone
 * @param peers other libraries' same work
 * @param limits of which one must be kept; none if it is only shown
 * @param origin where the limits come from; empty if there is none
 * @param mayAllocate true where an operation is so long that strange threads' garbage shows, or
 *     allocates by its nature
 * @param more true if more is better
 */
public record Row(
    Topic topic,
    String what,
    String ours,
    String baseline,
    String base,
    List<Peer> peers,
    List<Limit> limits,
    String origin,
    boolean mayAllocate,
    boolean more,
    Needs needs) {

  /**
   * Another library's same work.
   *
   * @param library its name; there is a table for each
   * @param variant which of its ways
   */
  public record Peer(String library, String variant, String name) {
    public String text() {
      return variant.isEmpty() ? library : library + ", " + variant;
    }
  }

  public Row {
    peers = List.copyOf(peers);
    limits = List.copyOf(limits);
  }

  static Row of(Topic topic, String what, String ours, String baseline, String base) {
    return new Row(
        topic, what, ours, baseline, base, List.of(), List.of(), "", false, false, Needs.NOTHING);
  }

  /** Beside nothing. */
  static Row alone(Topic topic, String what, String ours) {
    return of(topic, what, ours, "", "");
  }

  Row peer(String library, String variant, String name) {
    List<Peer> longer = new ArrayList<>(peers);
    longer.add(new Peer(library, variant, name));
    return new Row(
        topic, what, ours, baseline, base, longer, limits, origin, mayAllocate, more, needs);
  }

  /** A limit, or another one that will do instead of those before. */
  Row limit(String from, Limit limit) {
    List<Limit> longer = new ArrayList<>(limits);
    longer.add(limit);
    return new Row(
        topic, what, ours, baseline, base, peers, longer, from, mayAllocate, more, needs);
  }

  Row allocating() {
    return new Row(topic, what, ours, baseline, base, peers, limits, origin, true, more, needs);
  }

  Row moreIsBetter() {
    return new Row(
        topic, what, ours, baseline, base, peers, limits, origin, mayAllocate, true, needs);
  }

  Row fullOnly() {
    return needing(new Needs(true, needs.cpus(), needs.why()));
  }

  Row cpus(int least, String why) {
    return needing(new Needs(needs.full(), least, why));
  }

  private Row needing(Needs other) {
    return new Row(
        topic, what, ours, baseline, base, peers, limits, origin, mayAllocate, more, other);
  }

  public boolean standsAlone() {
    return base.isEmpty();
  }

  /** All that must be measured for it. */
  public List<String> names() {
    List<String> all = new ArrayList<>();
    all.add(ours);
    if (!standsAlone()) {
      all.add(base);
    }
    peers.forEach(peer -> all.add(peer.name()));
    limits.forEach(limit -> all.addAll(limit.names()));
    return List.copyOf(all);
  }
}
