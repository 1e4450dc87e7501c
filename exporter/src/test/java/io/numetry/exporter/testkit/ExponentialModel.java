package io.numetry.exporter.testkit;

import io.numetry.schema.ExponentialLayout;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What an exponential histogram of some values is by the data model, from the values themselves:
 * the largest scale at which both ranges fit.
 */
final class ExponentialModel {
  private final ExponentialLayout layout;
  private final List<TestMetrics.Recorded> values;
  private final int scale;

  ExponentialModel(ExponentialLayout layout, List<TestMetrics.Recorded> values) {
    this.layout = layout;
    this.values = values;
    int fits = layout.maxScale();
    while (!(fits(true, fits) && fits(false, fits))) {
      fits--;
    }
    this.scale = fits;
  }

  void addTo(ExponentialHistogramDataPoint.Builder point) {
    point.setScale(scale);
    for (TestMetrics.Recorded each : values) {
      if (each.value() == 0) {
        point.setZeroCount(point.getZeroCount() + each.times());
      }
    }
    if (!counts(false, scale).isEmpty()) {
      point.setPositive(buckets(false));
    }
    if (!counts(true, scale).isEmpty()) {
      point.setNegative(buckets(true));
    }
  }

  private Buckets buckets(boolean negative) {
    NavigableMap<Integer, Long> counts = counts(negative, scale);
    var buckets = Buckets.newBuilder().setOffset(counts.firstKey());
    for (int index = counts.firstKey(); index <= counts.lastKey(); index++) {
      buckets.addBucketCounts(counts.getOrDefault(index, 0L));
    }
    return buckets.build();
  }

  private boolean fits(boolean negative, int atScale) {
    NavigableMap<Integer, Long> counts = counts(negative, atScale);
    return counts.isEmpty() || (long) counts.lastKey() - counts.firstKey() < layout.maxBuckets();
  }

  private NavigableMap<Integer, Long> counts(boolean negative, int atScale) {
    var counts = new TreeMap<Integer, Long>();
    for (TestMetrics.Recorded each : values) {
      if (each.value() != 0 && each.value() < 0 == negative) {
        counts.merge(index(Math.abs(each.value()), atScale), each.times(), Long::sum);
      }
    }
    return counts;
  }

  /**
   * The specification's mapping; but for powers of two, tests do without values near a boundary.
   */
  private static int index(double value, int scale) {
    boolean subnormal = value < Double.MIN_NORMAL;
    double normal = subnormal ? Math.scalb(value, Double.SIZE) : value;
    int exponent = Math.getExponent(normal) - (subnormal ? Double.SIZE : 0);
    double significand = Math.scalb(normal, -Math.getExponent(normal));
    if (scale > 0) {
      double fraction = Math.log(significand) / Math.log(2);
      return (exponent << scale) + (int) Math.ceil(Math.scalb(fraction, scale)) - 1;
    }
    return (significand == 1 ? exponent - 1 : exponent) >> -scale;
  }
}
