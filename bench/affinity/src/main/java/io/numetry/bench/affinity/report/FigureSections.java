package io.numetry.bench.affinity.report;

import io.numetry.bench.affinity.report.Bars.Bar;
import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.AggregatorCost;
import io.numetry.bench.affinity.result.Handover;
import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.affinity.result.Recording;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.bench.affinity.result.Spread;
import io.numetry.bench.support.report.Figures;
import io.numetry.bench.support.report.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The charts and the tables under them, a section a measurement. */
final class FigureSections {

  /** A tenth fills the width, unless there is more. */
  private static final double FULL_SLOWDOWN = 0.1;

  private static final double FULL_LATENCY_NANOS = 1_000;

  private final Markup page;
  private final AffinityResult result;

  FigureSections(Markup page, AffinityResult result) {
    this.page = page;
    this.result = result;
  }

  void write() {
    if (!result.jitters().isEmpty()) {
      jitter();
    }
    if (!result.aggregators().isEmpty()) {
      aggregators();
    }
    if (!result.handovers().isEmpty()) {
      handover();
    }
    if (!result.recordings().isEmpty()) {
      recording();
    }
  }

  private void section(String title, String how) {
    page.leaf("h2", title).leaf("p", how, "class", "how");
  }

  private void jitter() {
    section(
        "How even the owner's turns are",
        "A busy loop of about 1 µs a turn, each turn timed. Flat lines are good; a line that rises"
            + " to the right is a loop that is now and then held up. Telemetry collects and exports"
            + " a hundred times a second here, far more often than in life.");
    List<Jitter> jitters = result.jitters();
    new PercentilePlot(jitters).write(page, "Time of a turn by percentile, for each scenario");
    List<String> heads = new ArrayList<>(List.of("scenario", "owner", "aggregator"));
    heads.addAll(PercentilePlot.NAMES);
    heads.addAll(List.of("turns", "interrupted", "moved", "GCs", "exports"));
    page.leaf(
        "p",
        "Interrupted: the kernel gave the owner's CPU to somebody else. Moved: the owner was found"
            + " on another CPU. GCs: the bench's own garbage collections. Exports: requests that"
            + " arrived.",
        "class",
        "how");
    Tables.write(page, 3, heads, jitters.stream().map(FigureSections::row).toList());
  }

  private static List<String> row(Jitter jitter) {
    List<String> row = new ArrayList<>();
    row.add(jitter.scenario().label());
    row.add(jitter.ownerCpu() < 0 ? "floats" : "CPU " + jitter.ownerCpu());
    row.add(jitter.aggregator().isEmpty() ? "none" : jitter.aggregator());
    PercentilePlot.values(jitter).forEach(nanos -> row.add(Figures.nanos(nanos)));
    row.add(String.format(Locale.ROOT, "%,d", jitter.turns()));
    row.add(jitter.interrupted() < 0 ? "not told" : String.valueOf(jitter.interrupted()));
    row.add(String.valueOf(jitter.cpuChanges()));
    row.add(String.valueOf(jitter.collections()));
    row.add(String.valueOf(jitter.requests()));
    return row;
  }

  private void aggregators() {
    section(
        "Where the aggregator sits",
        "An owner that records and polls, and an aggregator that has it flip and drains it without"
            + " a pause. Short bars are good. Medians over all pairs of a kind; with a pause between"
            + " flips, as in life, an owner is slowed down as long as a drain lasts and no longer.");
    page.leaf("h3", "The owner's turns take longer while it drains");
    bars(AggregatorCost::slowdown, ratio -> Math.max(0, ratio - 1), FULL_SLOWDOWN, Figures::more);
    page.leaf("h3", "From asking for a flip until it is drained (p50)");
    bars(cost -> cost.latency().p50(), nanos -> nanos, FULL_LATENCY_NANOS, Figures::nanos);
    page.open("details").leaf("summary", "Every pair");
    Tables.write(
        page,
        5,
        List.of(
            "owner",
            "its node",
            "aggregator",
            "its node",
            "relation",
            "turn alone",
            "turn drained",
            "longer",
            "cost of a flip",
            "latency p50",
            "p99",
            "flips"),
        result.aggregators().stream().map(FigureSections::row).toList());
    page.close();
  }

  private interface Words {
    String of(double value);
  }

  private interface Length {
    double of(double value);
  }

  private void bars(
      ToDoubleFunction<AggregatorCost> value, Length length, double full, Words words) {
    List<Bar> bars = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      double[] values =
          result.aggregators().stream()
              .filter(cost -> cost.relation() == relation)
              .mapToDouble(value)
              .sorted()
              .toArray();
      if (values.length > 0) {
        double median = values[(values.length - 1) / 2];
        String range =
            words.of(values[0]).equals(words.of(values[values.length - 1]))
                ? ""
                : " (" + words.of(values[0]) + " to " + words.of(values[values.length - 1]) + ")";
        bars.add(new Bar(relation.label(), length.of(median), words.of(median) + range));
      }
    }
    Bars.write(page, "By the aggregator's place", full, bars);
  }

  private static List<String> row(AggregatorCost cost) {
    return List.of(
        "CPU " + cost.ownerCpu(),
        String.valueOf(cost.ownerNode()),
        "CPU " + cost.aggregatorCpu(),
        String.valueOf(cost.aggregatorNode()),
        cost.relation().label(),
        Figures.nanos(cost.alone().p50()),
        Figures.nanos(cost.with().p50()),
        Figures.more(cost.slowdown()),
        Figures.nanos(cost.flipCostNanos()),
        Figures.nanos(cost.latency().p50()),
        Figures.nanos(cost.latency().p99()),
        String.valueOf(cost.flips()));
  }

  private void handover() {
    section(
        "Hand-over of a cache line between CPUs",
        "Nanoseconds one way: half of a round trip of one word between two threads that spin on it."
            + " Dark pairs are far apart: keep what talks to each other in light ones.");
    int cpus = result.cpus().size();
    boolean all = result.handovers().size() >= cpus * (cpus - 1) / 2;
    long nodes = result.cpus().stream().map(c -> c.node()).distinct().count();
    if (!all || cpus > HeatMap.MOST_WITH_FIGURES) {
      page.leaf("h3", "By nodes, ns (within a node: the farthest kind of pair there)");
      new HeatMap(Matrix.handoverByNode(result)).write(page, "Hand-over between nodes, ns");
    }
    if (all) {
      page.leaf("h3", "By CPUs, ns" + (nodes > 1 ? "; gaps part the nodes" : ""));
      page.open("div", "class", "scroll");
      new HeatMap(Matrix.handoverByCpu(result)).write(page, "Hand-over between CPUs, ns");
      page.close();
    }
    List<List<String>> rows = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      double[] medians =
          result.handovers().stream()
              .filter(h -> h.relation() == relation)
              .map(Handover::nanos)
              .mapToDouble(Spread::p50)
              .sorted()
              .toArray();
      if (medians.length > 0) {
        rows.add(
            List.of(
                relation.label(),
                relation.meaning(),
                String.valueOf(medians.length),
                Figures.nanos(medians[0]),
                Figures.nanos(medians[(medians.length - 1) / 2]),
                Figures.nanos(medians[medians.length - 1])));
      }
    }
    Tables.write(page, 2, List.of("kind", "means", "pairs", "fastest", "median", "slowest"), rows);
  }

  private void recording() {
    section(
        "Recording, by where the bank is",
        "A bank belongs on the node of the CPU that writes it. Warm: the counter's line is in the"
            + " CPU's own cache, wherever its memory is. Cold: no cache has it, so memory's distance"
            + " shows. A flip is the owner's part alone.");
    if (result.recordings().stream().anyMatch(r -> !r.local())) {
      page.open("div", "class", "maps");
      map("Cold add, ns", r -> r.cold().p50());
      map("Warm add and poll, ns", r -> r.warm().p50());
      map("Flip, ns", r -> r.flip().p50());
      page.close();
      page.leaf("p", "Blank pairs were not measured.", "class", "how");
    }
    Tables.write(
        page,
        3,
        List.of(
            "CPU",
            "bank",
            "pages lie on",
            "array element, look",
            "add, poll",
            "p99",
            "cold add",
            "p99",
            "walk",
            "flip",
            "p99"),
        result.recordings().stream().map(FigureSections::row).toList());
  }

  private void map(String title, ToDoubleFunction<Recording> cost) {
    page.open("div").leaf("h3", title);
    new HeatMap(Matrix.recording(result, cost)).write(page, title);
    page.close();
  }

  private static List<String> row(Recording r) {
    return List.of(
        r.cpu() + " of node " + r.cpuNode(),
        "node " + r.bankNode(),
        r.memory(),
        Figures.nanos(r.baseline().p50()),
        Figures.nanos(r.warm().p50()),
        Figures.nanos(r.warm().p99()),
        Figures.nanos(r.cold().p50()),
        Figures.nanos(r.cold().p99()),
        Figures.mebibytes(r.coldBytes()),
        Figures.nanos(r.flip().p50()),
        Figures.nanos(r.flip().p99()));
  }
}
