package io.numetry.exporter.console;

import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.PointValue.Buckets;
import io.numetry.snapshot.PointValue.DoubleValue;
import io.numetry.snapshot.PointValue.Ended;
import io.numetry.snapshot.PointValue.ExponentialBuckets;
import io.numetry.snapshot.PointValue.LongValue;
import io.numetry.snapshot.PointValue.Summary;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points as tables: one of numbers, one of distributions. Sorted by metric, attributes and node, so
 * that a row is where it was the time before; the engine's metrics of itself come last.
 */
final class TableRendering implements Rendering {
  private static final String OWN_METRICS = "numetry.";
  private static final String[] NUMBERS = {"METRIC", "ATTRIBUTES", "UNIT", "VALUE"};
  private static final String[] DISTRIBUTIONS = {
    "METRIC", "ATTRIBUTES", "UNIT", "COUNT", "MIN", "MEAN", "P50", "P90", "P99", "MAX"
  };

  private final int width;
  private final int maxRows;

  /** A point and the texts that it is sorted by. */
  private record Row(MetricPoint point, String metric, String attributes) {
    boolean isOwn() {
      return point.metricSet().startsWith(OWN_METRICS);
    }
  }

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::isOwn)
          .thenComparing(Row::metric)
          .thenComparing(Row::attributes)
          .thenComparingInt(row -> row.point().node());

  TableRendering(int width, int maxRows) {
    this.width = width;
    this.maxRows = maxRows;
  }

  @Override
  public Charset charset(Charset ofStream) {
    return ofStream;
  }

  @Override
  public String render(List<Collected> collected) {
    List<Row> rows = new ArrayList<>();
    for (Collected node : collected) {
      for (MetricPoint point : node.points()) {
        rows.add(
            new Row(point, CellText.of(point.name()), CellText.ofAttributes(point.attributes())));
      }
    }
    if (rows.isEmpty()) {
      return "";
    }
    rows.sort(ORDER);
    long timeUnixNanos =
        rows.stream().mapToLong(row -> row.point().timeUnixNanos()).max().orElse(0);
    var text = new StringBuilder();
    text.append(Instant.ofEpochMilli(timeUnixNanos / 1_000_000))
        .append("  points: ")
        .append(rows.size())
        .append('\n');
    List<Row> shown = rows.subList(0, Math.min(rows.size(), maxRows));
    var numbers = new TextTable(width, NUMBERS);
    var distributions = new TextTable(width, DISTRIBUTIONS);
    for (Row row : shown) {
      add(row, numbers, distributions);
    }
    numbers.appendTo(text);
    distributions.appendTo(text);
    if (shown.size() < rows.size()) {
      text.append("... and ").append(rows.size() - shown.size()).append(" more points\n");
    }
    return text.append('\n').toString();
  }

  private static void add(Row row, TextTable numbers, TextTable distributions) {
    String unit = CellText.of(row.point().instrument().unit());
    PointValue value = row.point().value();
    switch (value) {
      case LongValue(long number) ->
          numbers.add(row.metric(), row.attributes(), unit, Long.toString(number));
      case DoubleValue(double number) ->
          numbers.add(row.metric(), row.attributes(), unit, CellText.of(number));
      case Ended() -> numbers.add(row.metric(), row.attributes(), unit, "ended");
      case Summary summary -> distributions.add(distribution(row, unit, summary, null));
      case Buckets buckets ->
          distributions.add(distribution(row, unit, buckets.summary(), Quantiles.of(buckets)));
      case ExponentialBuckets buckets ->
          distributions.add(distribution(row, unit, buckets.summary(), Quantiles.of(buckets)));
    }
  }

  private static String[] distribution(
      Row row, String unit, Summary summary, @Nullable Quantiles quantiles) {
    String[] cells = {
      row.metric(),
      row.attributes(),
      unit,
      Long.toUnsignedString(summary.count()),
      CellText.of(summary.min()),
      CellText.of(summary.sum() / summary.count()),
      quantile(quantiles, 0.5),
      quantile(quantiles, 0.9),
      quantile(quantiles, 0.99),
      CellText.of(summary.max())
    };
    return cells;
  }

  private static String quantile(@Nullable Quantiles quantiles, double quantile) {
    return quantiles == null ? "-" : CellText.of(quantiles.estimate(quantile));
  }
}
