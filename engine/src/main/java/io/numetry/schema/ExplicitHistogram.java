package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How values are distributed, in buckets with bounds of your own: {@code @ExplicitHistogram(...)
 * void recordBatchSize(long messages)}, or with a count of equal values {@code void
 * recordBatchSize(long messages, long count)}. The value is a {@code long} or a {@code double}; a
 * non-finite one is dropped and counted.
 *
 * <p>On the wire: a Histogram; its sum is left out while the minimum is negative.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface ExplicitHistogram {

  /**
   * Metric name on the wire; by default the set's name, a dot, and the method's name less its verb.
   */
  String name() default "";

  /** Unit in UCUM, say {@code By}, {@code s}, {@code {message}}, or {@code 1}. */
  String unit();

  /** One sentence for the reader of a dashboard: the metric's description. */
  String brief();

  /** Inclusive upper bounds of the buckets, ascending; one more bucket takes what lies above. */
  double[] boundaries() default {
    0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000
  };
}
