package io.numetry.bench.suite.report;

import io.numetry.bench.suite.judge.Judged;
import io.numetry.bench.suite.judge.Judged.JudgedPeer;
import io.numetry.bench.suite.judge.Judgement;
import io.numetry.bench.suite.report.LinePlot.Line;
import io.numetry.bench.suite.report.LinePlot.Place;
import io.numetry.bench.suite.result.Figure;
import io.numetry.bench.suite.rows.BenchName;
import io.numetry.bench.suite.rows.Topic;
import io.numetry.bench.support.report.Figures;
import io.numetry.bench.support.report.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The page's plots, a section a topic. */
final class Plots {
  private static final List<String> PERCENTILES =
      List.of("p50", "p90", "p99", "p99.9", "p99.99", "max");
  private static final Map<String, String> SCENARIOS =
      new TreeMap<>(
          Map.of(
              "ABSENT", "telemetry absent",
              "EXPORTING", "Numetry, exported each second",
              "EXPORTING_OFTEN", "Numetry, exported 100 times a second",
              "OPENTELEMETRY", "OpenTelemetry Java, exported each second",
              "RECORDING", "Numetry, recorded only"));
  private static final List<String> ORDER =
      List.of("ABSENT", "RECORDING", "EXPORTING", "OPENTELEMETRY", "EXPORTING_OFTEN");
  private static final String SERIES = "series";

  private final Markup page;
  private final Judgement judgement;
  private final String standing;

  /**
   * @param standing behind each title; empty if there is nothing to say of it
   */
  Plots(Markup page, Judgement judgement, String standing) {
    this.standing = standing;
    this.page = page;
    this.judgement = judgement;
  }

  void write() {
    for (Topic topic : Topic.values()) {
      List<Judged> rows =
          judgement.rows().stream()
              .filter(row -> row.row().topic() == topic && !row.peers().isEmpty())
              .toList();
      switch (topic) {
        case SCALE -> scale(rows);
        case OWNER -> turns();
        default -> bars(topic, rows);
      }
    }
  }

  private void head(Topic topic) {
    page.leaf("h2", topic.title() + standing).leaf("p", topic.how(), "class", "how");
  }

  private void bars(Topic topic, List<Judged> rows) {
    if (rows.isEmpty()) {
      return;
    }
    head(topic);
    page.open("p", "class", "how");
    page.leaf("span", "", "class", "key ours").text("Numetry");
    page.leaf("span", "", "class", "key base").text("baseline");
    page.leaf("span", "", "class", "key peer").text("peers; whiskers are errors");
    page.close();
    page.open("div", "class", "charts");
    for (Judged row : rows) {
      var bars = new Bars(row);
      page.open("div", "class", "card");
      page.leaf("h3", row.row().what());
      page.leaf(
          "p",
          (row.row().more() ? "long bars are good" : "short bars are good")
              + (bars.isLogarithmic() ? "; logarithmic" : ""),
          "class",
          "how");
      bars.write(page, row.row().what());
      page.close();
    }
    page.close().line();
  }

  private void scale(List<Judged> rows) {
    TreeMap<Integer, Double> ours = new TreeMap<>();
    TreeMap<Integer, Double> theirs = new TreeMap<>();
    for (Judged row : judgement.rows()) {
      if (row.row().topic() == Topic.SCALE && row.ours().unit().equals("ns")) {
        ours.put(series(row.row().ours()), row.ours().value());
      }
    }
    for (Judged row : rows) {
      for (JudgedPeer peer : row.peers()) {
        theirs.put(series(peer.peer().name()), peer.score().value());
      }
    }
    if (ours.isEmpty()) {
      return;
    }
    head(Topic.SCALE);
    double first = Math.log(ours.firstKey());
    double range = Math.max(1e-9, Math.log(ours.lastKey()) - first);
    List<Place> places = new ArrayList<>();
    List<Double> oursThere = new ArrayList<>();
    List<Double> theirsThere = new ArrayList<>();
    ours.forEach(
        (series, nanos) -> {
          places.add(
              new Place(
                  (Math.log(series) - first) / range, String.format(Locale.ROOT, "%,d", series)));
          oursThere.add(nanos);
          theirsThere.add(theirs.getOrDefault(series, Double.NaN));
        });
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Numetry: record, flip, drain, encode", 2, oursThere));
    if (!theirs.isEmpty()) {
      lines.add(new Line("OpenTelemetry Java: record, collect, marshal", 3, theirsThere));
    }
    card("Time per point; flat is good. Both axes are logarithmic.", "series", places, lines);
  }

  private static int series(String name) {
    return Integer.parseInt(BenchName.parse(name).params().getOrDefault(SERIES, "1"));
  }

  private void turns() {
    List<Line> lines = new ArrayList<>();
    for (String scenario : ORDER) {
      List<Double> nanos = new ArrayList<>();
      for (String percentile : PERCENTILES) {
        nanos.add(
            figure("turn:" + scenario + "#" + percentile).map(Figure::median).orElse(Double.NaN));
      }
      if (nanos.stream().noneMatch(value -> value.isNaN())) {
        lines.add(
            new Line(SCENARIOS.getOrDefault(scenario, scenario), ORDER.indexOf(scenario), nanos));
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    head(Topic.OWNER);
    page.leaf(
        "p",
        "A core to spare: "
            + judgement.result().run().fact("a core to spare")
            + ". Medians of the rounds.",
        "class",
        "how");
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < PERCENTILES.size(); i++) {
      places.add(new Place((double) i / (PERCENTILES.size() - 1), PERCENTILES.get(i)));
    }
    card("Time of a turn. Logarithmic upward.", "percentile of the turns", places, lines);
    turnTable(lines.size());
  }

  private void turnTable(int measured) {
    List<String> heads = new ArrayList<>(List.of("scenario"));
    heads.addAll(PERCENTILES);
    heads.addAll(List.of("turns", "interrupted", "GCs", "requests"));
    List<List<String>> rows = new ArrayList<>();
    for (String scenario : ORDER) {
      List<String> row = new ArrayList<>(List.of(SCENARIOS.getOrDefault(scenario, scenario)));
      for (String percentile : PERCENTILES) {
        row.add(
            figure("turn:" + scenario + "#" + percentile)
                .map(f -> Figures.nanos(f.median()))
                .orElse("-"));
      }
      for (String count : List.of("turns", "interrupted", "collections", "requests")) {
        row.add(
            figure("turn:" + scenario + "#" + count)
                .map(f -> String.format(Locale.ROOT, "%,.0f", f.median()))
                .orElse("-"));
      }
      rows.add(row);
    }
    if (measured > 0) {
      Tables.write(page, 1, heads, rows);
    }
  }

  private Optional<Figure> figure(String name) {
    return judgement.result().figures().stream().filter(f -> f.name().equals(name)).findFirst();
  }

  private void card(String how, String axis, List<Place> places, List<Line> lines) {
    page.open("div", "class", "charts wide").open("div", "class", "card");
    page.leaf("p", how, "class", "how");
    new LinePlot(axis, places, lines).write(page, how);
    page.close().close().line();
  }
}
