package io.numetry.bench.jmh.record;

import io.numetry.schema.Counter;
import io.numetry.schema.ExplicitHistogram;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;

/** One instrument of each kind that the peers have, too. */
@MetricSet(name = "bench.record", brief = "What is recorded beside the peers.")
public interface RecordMetrics {
  @Counter(unit = "{request}", brief = "Requests.")
  void addRequests(long requests);

  @Gauge(unit = "{request}", brief = "Requests waiting.")
  void setDepth(long requests);

  @Histogram(unit = "ns", brief = "Latency.")
  void recordLatency(long nanos);

  /** With the specification's default boundaries, as the peers are given them. */
  @ExplicitHistogram(unit = "ms", brief = "Delay.")
  void recordDelay(double millis);
}
