package io.numetry.bench.chaos.work;

import io.numetry.bench.chaos.point.Digest;
import io.numetry.bench.chaos.point.SeriesName;
import io.numetry.bench.chaos.point.WirePoint;
import io.numetry.schema.InstrumentKind;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.PointValue.Summary;
import java.util.TreeMap;

/** A window's points as they are written down. */
final class RecordedPoint {
  private RecordedPoint() {}

  static String name(MetricPoint point) {
    var attributes = new TreeMap<String, String>();
    point.attributes().forEach((key, value) -> attributes.put(key, String.valueOf(value)));
    return new SeriesName(point.name(), attributes).toString();
  }

  static WirePoint of(int series, MetricPoint point) {
    // A gauge's start means nothing, and is not sent.
    long start = point.instrument().kind() == InstrumentKind.GAUGE ? 0 : point.startUnixNanos();
    PointValue value = point.value();
    return new WirePoint(
        series, start, point.timeUnixNanos(), digest(value), amount(value), total(value));
  }

  private static long digest(PointValue point) {
    return switch (point) {
      case PointValue.LongValue(long value) -> Digest.ofLong(value);
      case PointValue.DoubleValue(double value) -> Digest.ofDouble(value);
      case PointValue.Ended() -> Digest.ofEnd();
      case Summary(long count, double sum, double min, double max) ->
          Digest.ofSummary(count, sum, min, max);
      case PointValue.Buckets buckets -> {
        Summary all = buckets.summary();
        yield Digest.ofBuckets(
            all.count(),
            all.sum(),
            all.min(),
            all.max(),
            buckets.boundaries(),
            buckets.bucketCounts());
      }
      case PointValue.ExponentialBuckets buckets -> {
        Summary all = buckets.summary();
        yield Digest.ofExponential(
            all.count(),
            all.sum(),
            all.min(),
            all.max(),
            buckets.scale(),
            buckets.zeroCount(),
            buckets.positiveOffset(),
            buckets.positiveCounts(),
            buckets.negativeOffset(),
            buckets.negativeCounts());
      }
    };
  }

  private static double amount(PointValue point) {
    return switch (point) {
      case PointValue.LongValue(long value) -> (double) value;
      case PointValue.DoubleValue(double value) -> value;
      case PointValue.Ended() -> 0;
      case Summary summary -> (double) summary.count();
      case PointValue.Buckets buckets -> (double) buckets.summary().count();
      case PointValue.ExponentialBuckets buckets -> (double) buckets.summary().count();
    };
  }

  private static double total(PointValue point) {
    return switch (point) {
      case PointValue.LongValue _, PointValue.DoubleValue _, PointValue.Ended _ -> 0;
      case Summary summary -> summary.sum();
      case PointValue.Buckets buckets -> buckets.summary().sum();
      case PointValue.ExponentialBuckets buckets -> buckets.summary().sum();
    };
  }
}
