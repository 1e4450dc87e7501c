package io.numetry.exporter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.PointValue.Buckets;
import io.numetry.snapshot.PointValue.DoubleValue;
import io.numetry.snapshot.PointValue.Ended;
import io.numetry.snapshot.PointValue.LongValue;
import io.numetry.snapshot.PointValue.Summary;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TableRenderingTest {
  private static final Attributes EU = Attributes.of("ring", "eu");

  private static String render(int width, int maxRows, MetricPoint... points) {
    return new TableRendering(width, maxRows)
        .render(List.of(Collected.ofPoints(0, List.of(points))));
  }

  private static MetricPoint number(String metric, Attributes attributes, long value) {
    return Points.of(metric, attributes, "{message}", new LongValue(value));
  }

  @Test
  void alignsAndSortsWithItsOwnMetricsLast() {
    var sizes = new Summary(4, 10, 1, 4);
    assertThat(
            render(
                120,
                100,
                number("numetry.aggregator.cycles", Attributes.empty(), 3),
                number("gateway.received", Attributes.of("ring", "us"), 1_234_567),
                number("gateway.received", EU, -5),
                Points.of("gateway.load", EU, "1", new DoubleValue(0.123456789)),
                Points.of("gateway.gone", EU, "1", new Ended()),
                Points.of("gateway.size", EU, "By", sizes),
                Points.of(
                    "gateway.time",
                    EU,
                    "s",
                    new Buckets(sizes, List.of(2.0, 3.0), List.of(2L, 1L, 1L)))))
        .isEqualTo(
            """
            2023-11-14T22:13:20Z  points: 7
            METRIC                     ATTRIBUTES  UNIT          VALUE
            gateway.gone               ring=eu     1             ended
            gateway.load               ring=eu     1          0.123457
            gateway.received           ring=eu     {message}        -5
            gateway.received           ring=us     {message}   1234567
            numetry.aggregator.cycles              {message}         3
            METRIC        ATTRIBUTES  UNIT  COUNT  MIN  MEAN  P50  P90   P99  MAX
            gateway.size  ring=eu     By        4    1   2.5    -    -     -    4
            gateway.time  ring=eu     s         4    1   2.5    2  3.6  3.96    4

            """);
  }

  @Test
  void cutsAttributesFirstThenNamesAndNeverNumbers() {
    String table =
        render(
            60,
            100,
            number(
                "gateway.a.metric.whose.name.is.much.too.long.for.any.console.received",
                Attributes.of("attribute", "a value that is too long to be shown"),
                Long.MIN_VALUE));
    assertThat(table.lines().toList())
        .element(2)
        .asString()
        .isEqualTo("gateway.a.m...e.received  attribute=\"a ...  {message}  " + Long.MIN_VALUE);
  }

  @Test
  void isAsWideAsItIsToldWhereThatCanBe() {
    String table =
        render(100, 100, number("gateway.received", Attributes.of("key", "value ".repeat(100)), 1));
    assertThat(table.lines().mapToInt(String::length).max()).hasValue(100);
    assertThat(table).contains("...");
  }

  @Test
  void tellsHowManyRowsItLeavesOut() {
    MetricPoint[] points = new MetricPoint[7];
    for (int i = 0; i < points.length; i++) {
      points[i] = number("gateway.received", Attributes.of("ring", "r" + i), i);
    }
    assertThat(render(120, 5, points))
        .contains("points: 7\n", "ring=r4", "\n... and 2 more points\n")
        .doesNotContain("ring=r5");
  }

  @Test
  void leavesTheTerminalAlone() {
    String table =
        render(
            200,
            100,
            number("gateway.received", Attributes.of("k", "a\u001b[2J\r\nfaked\u202e\u2028"), 1));
    assertThat(table).contains("k=a\\u001b[2J\\u000d\\u000afaked\\u202e\\u2028");
    assertThat(table.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
  }

  @Test
  void writesNumbersInTheSameWayEverywhere() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      assertThat(CellText.of(1234.5)).isEqualTo("1234.5");
      assertThat(CellText.of(1e300)).isEqualTo("1E+300");
      assertThat(CellText.of(123456789.0)).isEqualTo("123456789");
      assertThat(CellText.of(0.000001234567)).isEqualTo("0.00000123457");
      assertThat(CellText.of(1.234567e-9)).isEqualTo("1.23457E-9");
      assertThat(CellText.of(Double.NaN)).isEqualTo("NaN");
      assertThat(CellText.of(-0.0)).isEqualTo("0");
      assertThat(CellText.of("\u0007")).isEqualTo("\\u0007");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void showsAttributesOfAllTypes() {
    Attributes attributes =
        Attributes.builder()
            .put("a", "")
            .put("b", "two words")
            .put("c", new long[] {1, 2})
            .put("d", Attributes.of("e", "f"))
            .put("g", true)
            .put("h", new byte[] {10, -1})
            .build();
    assertThat(CellText.ofAttributes(attributes))
        .isEqualTo("a=\"\" b=\"two words\" c=[1, 2] d={e=f} g=true h=0aff");
  }

  @Test
  void writesNothingOfNothing() {
    assertThat(render(120, 100)).isEmpty();
  }
}
