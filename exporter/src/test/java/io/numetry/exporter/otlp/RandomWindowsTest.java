package io.numetry.exporter.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.Oracle;
import io.numetry.exporter.testkit.TestMetrics;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sets, values, dimensions, layouts and limits as chance has them, against the oracle. */
class RandomWindowsTest extends EncoderCase {
  private static final long SEED = Long.getLong("numetry.test.seed", System.nanoTime());

  private final Random random = new Random(SEED);

  /** Series that can be ended, by set. */
  private final List<Set<Integer>> live = new ArrayList<>();

  @Test
  void shouldEncodeRandomWindows() {
    System.out.println("random windows: -Dnumetry.test.seed=" + SEED);
    for (int turn = 0; turn < 60; turn++) {
      live.clear();
      try (TestMetrics metrics =
          random.nextBoolean() ? TestMetrics.delta() : TestMetrics.cumulative()) {
        int limit = random.nextInt(400, 20_000);
        var pool = new FramePool(node, frame -> {}, limit);
        try (pool;
            var encoder = new MetricsEncoder(node, RESOURCE, pool, limit)) {
          for (int interval = 0; interval < 5; interval++) {
            recordAtRandom(metrics);
            List<Oracle.Point> tooLarge = new ArrayList<>();
            List<Frame> frames = new ArrayList<>();
            var expected = new Oracle(metrics, RESOURCE).requests(limit, tooLarge);
            assertThat(encoder.encode(metrics.window(), frames))
                .as("seed %d turn %d", SEED, turn)
                .isEqualTo(tooLarge.size());
            assertThat(frames.stream().map(Frames::parse).toList())
                .as("seed %d turn %d interval %d limit %d", SEED, turn, interval, limit)
                .isEqualTo(expected);
            frames.forEach(Frame::release);
            metrics.nextInterval();
          }
        }
      }
    }
  }

  private void recordAtRandom(TestMetrics metrics) {
    if (metrics.sets().isEmpty() || random.nextInt(3) == 0) {
      metrics.add(descriptor("set" + metrics.sets().size()));
      live.add(new HashSet<>());
    }
    for (int s = 0; s < metrics.sets().size(); s++) {
      var set = metrics.sets().get(s);
      int seriesCount = random.nextInt(5);
      for (int i = 0; i < seriesCount; i++) {
        Attributes attributes =
            Attributes.of("key", "v".repeat(random.nextInt(300)), "n", "n" + random.nextLong());
        int series = set.series(attributes, metrics.window().startUnixNanos());
        live.get(s).add(series);
        for (int instrument = 0; instrument < set.descriptor.instruments().size(); instrument++) {
          if (random.nextInt(3) == 0) {
            record(set, instrument, series);
          }
        }
      }
      for (int series : List.copyOf(live.get(s))) {
        if (random.nextInt(4) == 0) {
          set.end(series);
          live.get(s).remove(series);
        }
      }
    }
  }

  private void record(TestMetrics.TestSet set, int instrument, int series) {
    InstrumentDescriptor described = set.descriptor.instruments().get(instrument);
    int values = described.kind().isDistribution() ? random.nextInt(1, 30) : 1;
    for (int v = 0; v < values; v++) {
      int combination = random.nextInt(described.combinations());
      long times = described.kind().isDistribution() ? 1L << random.nextInt(40) : 1;
      if (described.valueType() == ValueType.LONG) {
        long value = random.nextLong() >> random.nextInt(64);
        boolean once = times > 1;
        set.record(instrument, series, combination, once ? value >> 40 : value, times);
      } else {
        double value = Math.scalb(random.nextGaussian(), random.nextInt(-40, 40));
        set.record(instrument, series, combination, value, times);
      }
    }
  }

  private MetricSetDescriptor descriptor(String name) {
    return TestMetrics.everyKind(
        name,
        (set, metric) -> {
          for (int d = random.nextInt(3); d > 0; d--) {
            set.dimension("dimension" + d, values());
          }
          if (random.nextInt(4) == 0) {
            set.formerNames("former." + metric);
          }
          if (metric.contains(kind(InstrumentKind.EXPONENTIAL_HISTOGRAM))) {
            int maxScale = random.nextInt(ExponentialLayout.MIN_SCALE, 21);
            set.layout(new ExponentialLayout(random.nextInt(3, 200), maxScale, true));
          } else if (metric.contains(kind(InstrumentKind.EXPLICIT_HISTOGRAM))) {
            double[] boundaries =
                random.doubles(random.nextInt(1, 40), -1e6, 1e6).sorted().distinct().toArray();
            set.layout(new ExplicitLayout(boundaries));
          }
        });
  }

  private String[] values() {
    String[] values = new String[random.nextInt(1, 6)];
    for (int i = 0; i < values.length; i++) {
      values[i] = "w".repeat(random.nextInt(20)) + i;
    }
    return values;
  }

  private static String kind(InstrumentKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
