package io.numetry.bench.suite;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is measured, beside what it is held against. Benchmarks are named {@code
 * Class.method} or {@code Class.method:parameter=value}.
 *
 * @param what in words
 * @param ours the benchmark
 * @param baseline what it is beside, in words
 * @param base the benchmark of that
 * @param peers other libraries' benchmarks of the same work
 * @param limits of which one must be kept; none if it is only shown
 * @param origin where the limits come from; empty if there is none
 * @param mayAllocate true where an operation is so long that strange threads' garbage shows
 */
record Row(
    String what,
    String ours,
    String baseline,
    String base,
    List<Peer> peers,
    List<Limit> limits,
    String origin,
    boolean mayAllocate) {

  /** Another library's benchmark. */
  record Peer(String name, String bench) {}

  static Row of(String what, String ours, String baseline, String base) {
    return new Row(what, ours, baseline, base, List.of(), List.of(), "", false);
  }

  Row peer(String name, String bench) {
    List<Peer> more = new ArrayList<>(peers);
    more.add(new Peer(name, bench));
    return new Row(what, ours, baseline, base, List.copyOf(more), limits, origin, mayAllocate);
  }

  /** A limit, or another one that will do instead of those before. */
  Row limit(String from, Limit limit) {
    List<Limit> more = new ArrayList<>(limits);
    more.add(limit);
    return new Row(what, ours, baseline, base, peers, List.copyOf(more), from, mayAllocate);
  }

  Row longOperation() {
    return new Row(what, ours, baseline, base, peers, limits, origin, true);
  }

  /** All benchmarks that it needs. */
  List<String> benches() {
    List<String> all = new ArrayList<>(List.of(ours, base));
    peers.forEach(peer -> all.add(peer.bench()));
    limits.forEach(limit -> all.addAll(limit.benches()));
    return List.copyOf(all);
  }
}
