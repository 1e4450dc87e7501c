package io.numetry.exporter.otlp;

import static io.numetry.exporter.testkit.TestMetrics.instrument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.Oracle;
import io.numetry.exporter.testkit.TestMetrics;
import io.numetry.numa.MemoryLedger;
import io.numetry.numa.PlacementException;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsEncoderTest extends EncoderCase {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldEncodeEveryKindAsProtobufDoes(boolean delta) {
    TestMetrics metrics = metrics(delta ? TestMetrics.delta() : TestMetrics.cumulative());
    var set = metrics.add(TestMetrics.everyKind("every"));
    int one = set.series(Attributes.of("cpu", "1"), TestMetrics.START + 17);
    int none = set.series(Attributes.empty(), TestMetrics.START - 5);
    for (int series : new int[] {one, none}) {
      for (InstrumentKind kind : InstrumentKind.values()) {
        set.record(instrument(kind, ValueType.LONG), series, 3L);
        set.record(instrument(kind, ValueType.LONG), series, 39L);
        set.record(instrument(kind, ValueType.DOUBLE), series, 0.5);
        set.record(instrument(kind, ValueType.DOUBLE), series, 1.75);
      }
    }
    var encoding = new Encoding();
    assertEncodes(encoding, metrics);
    metrics.nextInterval();
    set.record(instrument(InstrumentKind.COUNTER, ValueType.LONG), none, 4L);
    set.record(instrument(InstrumentKind.MMSC, ValueType.DOUBLE), one, 8.0);
    assertEncodes(encoding, metrics);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 127, 128, Long.MIN_VALUE, Long.MAX_VALUE})
  void shouldEncodeExtremeLongs(long value) {
    TestMetrics metrics = metrics(TestMetrics.delta());
    var set = metrics.add(TestMetrics.everyKind("every"));
    int series = set.series(Attributes.empty());
    for (InstrumentKind kind : InstrumentKind.values()) {
      set.record(instrument(kind, ValueType.LONG), series, value);
    }
    assertEncodes(new Encoding(), metrics);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_NORMAL
      })
  void shouldEncodeExtremeDoubles(double value) {
    TestMetrics metrics = metrics(TestMetrics.delta());
    var set = metrics.add(TestMetrics.everyKind("every"));
    int series = set.series(Attributes.empty());
    for (InstrumentKind kind : InstrumentKind.values()) {
      set.record(instrument(kind, ValueType.DOUBLE), series, value);
    }
    assertEncodes(new Encoding(), metrics);
  }

  @Test
  void shouldWriteValuesThatAreZero() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set = metrics.add(TestMetrics.everyKind("every"));
    int series = set.series(Attributes.empty());
    set.record(instrument(InstrumentKind.COUNTER, ValueType.LONG), series, 0L);
    set.record(instrument(InstrumentKind.MMSC, ValueType.DOUBLE), series, 0.0);
    var scope = new Encoding().encode(metrics).getFirst().getResourceMetrics(0).getScopeMetrics(0);
    assertThat(scope.getMetrics(0).getSum().getDataPoints(0).hasAsInt()).isTrue();
    assertThat(scope.getMetrics(1).getHistogram().getDataPoints(0).hasSum()).isTrue();
    assertThat(scope.getMetrics(1).getHistogram().getDataPoints(0).hasMin()).isTrue();
  }

  @Test
  void shouldLeaveOutTheSumWhileTheMinimumIsNegative() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set = metrics.add(TestMetrics.everyKind("every"));
    int series = set.series(Attributes.empty());
    int mmsc = instrument(InstrumentKind.MMSC, ValueType.LONG);
    set.record(mmsc, series, -1L);
    set.record(mmsc, series, 5L);
    var point =
        new Encoding()
            .encode(metrics)
            .getFirst()
            .getResourceMetrics(0)
            .getScopeMetrics(0)
            .getMetrics(0)
            .getHistogram()
            .getDataPoints(0);
    assertThat(point.hasSum()).isFalse();
    assertThat(point.getMin()).isEqualTo(-1);
    assertThat(point.getMax()).isEqualTo(5);
  }

  @Test
  void shouldNotLetAPointStartAfterItsEnd() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set = metrics.add(TestMetrics.everyKind("every"));
    int series = set.series(Attributes.empty(), metrics.window().endUnixNanos() + 1);
    set.record(instrument(InstrumentKind.COUNTER, ValueType.LONG), series, 1L);
    assertEncodes(new Encoding(), metrics);
  }

  @Test
  void shouldMakeNoFrameOfNothing() {
    TestMetrics metrics = metrics(TestMetrics.delta());
    var encoding = new Encoding();
    assertThat(encoding.encode(metrics)).isEmpty();
    var set = metrics.add(TestMetrics.everyKind("every"));
    set.series(Attributes.empty());
    assertThat(encoding.encode(metrics)).isEmpty();
  }

  @Test
  void shouldWriteNoEnvelopeWithoutPoints() {
    TestMetrics metrics = metrics(TestMetrics.delta());
    metrics.add(TestMetrics.everyKind("silent.before"));
    var set = metrics.add(TestMetrics.everyKind("speaking"));
    metrics.add(TestMetrics.everyKind("silent.after"));
    set.record(
        instrument(InstrumentKind.GAUGE, ValueType.LONG), set.series(Attributes.empty()), 1L);
    var resource = new Encoding().encode(metrics).getFirst().getResourceMetrics(0);
    assertThat(resource.getScopeMetricsCount()).isEqualTo(1);
    assertThat(resource.getScopeMetrics(0).getMetricsCount()).isEqualTo(1);
  }

  @Test
  void shouldEncodeAttributesOfEveryTypeAndAlphabet() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set = metrics.add(TestMetrics.everyKind("größe.数"));
    int strange =
        set.series(
            Attributes.builder()
                .put("schlüssel", "wert 値 \uD83D\uDE80 é")
                .put("empty", "")
                .put("nul", "\u0000")
                .put("long", Long.MIN_VALUE)
                .put("zero", 0)
                .put("negative", -1)
                .put("double", -0.0)
                .put("nan", Double.NaN)
                .put("true", true)
                .put("false", false)
                .put("strings", "a", "", "é")
                .put("one string", new String[] {"a"})
                .put("no strings", new String[0])
                .put("booleans", true, false)
                .put("longs", 0, -1, Long.MAX_VALUE)
                .put("doubles", -0.0, Double.NEGATIVE_INFINITY)
                .put("bytes", new byte[] {0, -1, 127, -128})
                .put("no bytes", new byte[0])
                .put("map", nested(Attributes.MAX_NESTING))
                .put("x".repeat(300), "y".repeat(20_000))
                .build());
    for (InstrumentKind kind : InstrumentKind.values()) {
      set.record(instrument(kind, ValueType.LONG), strange, 1L);
    }
    Attributes resource = set.seriesAt(strange).attributes;
    var oracle = new Oracle(metrics, resource);
    assertThat(new Encoding(SPACIOUS, resource).encode(metrics))
        .containsExactly(oracle.request(oracle.points()));
  }

  private static Attributes nested(int levels) {
    Attributes map = Attributes.empty();
    for (int i = 1; i < levels; i++) {
      map = Attributes.builder().put("longs", 1, 2).put("nested", map).build();
    }
    return map;
  }

  @Test
  void shouldLeaveOutWhatAnInstrumentDoesNotHave() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set =
        metrics.add(
            MetricSetDescriptor.builder("bare", "")
                .instrument(InstrumentKind.COUNTER, ValueType.LONG, "bare.count", "", "")
                .build());
    set.record(0, set.series(Attributes.empty()), 1L);
    assertEncodes(new Encoding(), metrics);
    var bare = new Encoding(SPACIOUS, Attributes.empty());
    var oracle = new Oracle(metrics, Attributes.empty());
    assertThat(bare.encode(metrics)).containsExactly(oracle.request(oracle.points()));
  }

  @Test
  void shouldEncodeTheSeriesThatHasTheIndexNow() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set = metrics.add(TestMetrics.everyKind("every"));
    var encoding = new Encoding();
    int counter = instrument(InstrumentKind.COUNTER, ValueType.LONG);
    int mmsc = instrument(InstrumentKind.MMSC, ValueType.LONG);
    int lasting = set.series(Attributes.of("name", "lasting"));
    set.record(counter, lasting, 1L);
    // Each name is longer than the one before it, so that templates move again and again.
    for (int turn = 1; turn < 400; turn++) {
      int series = set.series(Attributes.of("name", "n".repeat(turn)), TestMetrics.START + turn);
      set.record(counter, series, turn);
      set.record(mmsc, series, turn);
      assertEncodes(encoding, metrics);
      set.end(series);
      metrics.nextInterval();
      assertEncodes(encoding, metrics);
      metrics.nextInterval();
    }
    assertThat(set.table.limit()).as("indexes were reused").isEqualTo(2);
    long bytes = MemoryLedger.balance(SeriesTemplates.TAG).reservedBytes();
    assertThat(bytes).as("ended series leave no templates behind").isLessThan(128 << 10);
  }

  @Test
  void shouldKeepTemplatesOfManySeries() {
    TestMetrics metrics = metrics(TestMetrics.delta());
    var set = metrics.add(TestMetrics.everyKind("every"));
    var encoding = new Encoding();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 1_000; i++) {
        String name = "series-" + "x".repeat(i % 13) + (round * 1_000 + i);
        int series = set.series(Attributes.of("name", name, "shard", "s" + i % 7));
        set.record(instrument(InstrumentKind.UP_DOWN_COUNTER, ValueType.DOUBLE), series, 0.5 * i);
        set.record(instrument(InstrumentKind.MMSC, ValueType.DOUBLE), series, 0.5 * i);
      }
      assertEncodes(encoding, metrics);
      metrics.nextInterval();
    }
  }

  /** Long runs, and requests that end within them. */
  @ParameterizedTest
  @ValueSource(longs = {SPACIOUS, 100_000, 20_011})
  void shouldEncodeManySeriesOfWhichSomeSaySomething(long limit) {
    TestMetrics metrics = metrics(TestMetrics.delta());
    var set = metrics.add(TestMetrics.everyKind("every"));
    var encoding = new Encoding(limit, RESOURCE);
    int counter = instrument(InstrumentKind.COUNTER, ValueType.LONG);
    int gauge = instrument(InstrumentKind.GAUGE, ValueType.DOUBLE);
    var random = new Random(11);
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 4_000; i++) {
        int series = set.series(Attributes.of("name", "series-" + "x".repeat(i % 40) + i));
        if (round == 0 || random.nextInt(500) != 0) {
          set.record(counter, series, (long) i);
        }
        if (i / 200 % 2 == round % 2) {
          set.record(gauge, series, 0.5 * i);
        }
      }
      assertThat(encoding.encode(metrics))
          .isEqualTo(new Oracle(metrics, RESOURCE).requests(limit, new ArrayList<>()));
      metrics.nextInterval();
    }
  }

  @Test
  void shouldSplitAtPointsAtEveryLimit() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    for (String name : List.of("first", "second")) {
      var set = metrics.add(TestMetrics.everyKind(name));
      for (int i = 0; i < 2; i++) {
        int series = set.series(Attributes.of("key", "v".repeat(1 + i * 90)));
        for (InstrumentKind kind : InstrumentKind.values()) {
          set.record(instrument(kind, ValueType.LONG), series, i);
        }
      }
    }
    assertSplitsAtEveryLimit(metrics);
  }

  @Test
  void shouldGrowAFrameAndUseItAgain() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set = metrics.add(TestMetrics.everyKind("every"));
    for (int i = 0; i < 5_000; i++) {
      int series = set.series(Attributes.of("number", "series " + i));
      set.record(instrument(InstrumentKind.COUNTER, ValueType.LONG), series, i);
      set.record(instrument(InstrumentKind.MMSC, ValueType.LONG), series, i);
    }
    var encoding = new Encoding();
    assertEncodes(encoding, metrics);
    var grown = MemoryLedger.balance(FramePool.TAG);
    assertThat(grown.ranges()).isEqualTo(1);
    assertThat(grown.reservedBytes()).isBetween(512L << 10, 2L << 20);
    assertEncodes(encoding, metrics);
    assertThat(MemoryLedger.balance(FramePool.TAG)).isEqualTo(grown);
  }

  /** The engine keeps the window of an export that failed, so nothing may have gone out. */
  @Test
  void shouldTakeNothingIfMemoryRunsOut() {
    TestMetrics metrics = metrics(TestMetrics.cumulative());
    var set = metrics.add(TestMetrics.everyKind("every"));
    for (int i = 0; i < 400; i++) {
      set.record(0, set.series(Attributes.of("number", "series " + i)), i);
    }
    // Every reservation of a first encoding fails in turn, until none is left to fail.
    int failures = 0;
    for (; ; failures++) {
      var pool = new FramePool(node, frame -> {}, 8 << 10);
      try (pool;
          var encoder = new MetricsEncoder(node, RESOURCE, pool, 8 << 10)) {
        node.reservationsLeft(failures);
        List<Frame> frames = new ArrayList<>();
        boolean failed = false;
        try {
          encoder.encode(metrics.window(), frames);
        } catch (PlacementException e) {
          failed = true;
          assertThat(frames).isEmpty();
        }
        node.reservationsLeft(Integer.MAX_VALUE);
        if (!failed) {
          frames.forEach(Frame::release);
          break;
        }
        encoder.encode(metrics.window(), frames);
        var oracle = new Oracle(metrics, RESOURCE);
        assertThat(frames.stream().map(Frames::parse).toList())
            .isEqualTo(oracle.requests(8 << 10, new ArrayList<>()));
        frames.forEach(Frame::release);
      }
    }
    assertThat(failures).isGreaterThan(5);
    var pool = new FramePool(node, frame -> {}, SPACIOUS);
    node.reservationsLeft(0);
    assertThatThrownBy(() -> new MetricsEncoder(node, RESOURCE, pool, SPACIOUS))
        .isInstanceOf(PlacementException.class);
  }
}
