package gateway;

import io.numetry.schema.ExplicitHistogram;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;

@MetricSet(name = "gateway.distributions", brief = "How values are distributed.")
public interface DistributionMetrics {

  @Mmsc(unit = "By", brief = "Many at a time.")
  void recordSize(long bytes, long count);

  @Histogram(unit = "s", brief = "The default's buckets.")
  void recordLatency(double seconds);

  @Histogram(unit = "s", brief = "The default's buckets, many at a time.")
  void recordWait(double seconds, long count);

  @Histogram(unit = "Cel", brief = "Buckets of one's own.", maxBuckets = 40, negatives = true)
  void recordTemperature(double degrees);

  @Histogram(unit = "By", brief = "Whole numbers.", maxScale = 3)
  void recordFrame(long bytes, long count);

  @ExplicitHistogram(unit = "{message}", brief = "The default's bounds.")
  void recordBatch(long messages);

  @ExplicitHistogram(
      unit = "s",
      brief = "Bounds of one's own.",
      boundaries = {0.001, 0.01, 0.1, 1})
  void recordRoundTrip(double seconds, long count);

  @ExplicitHistogram(
      unit = "s",
      brief = "Bounds of one's own, many.",
      boundaries = {
        -1, 0, 1.5, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
        24, 25, 26, 27, 28, 29, 30, 1e6, 1e300
      })
  void recordSkew(double seconds);
}
