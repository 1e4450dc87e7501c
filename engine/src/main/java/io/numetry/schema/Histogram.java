package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How values are distributed, in buckets whose bounds are powers of a base that adapts to the
 * values: {@code @Histogram(...) void recordLatency(double seconds)}, or with a count of equal
 * values {@code void recordLatency(double seconds, long count)}. The value is a {@code long} or a
 * {@code double}; a non-finite one is dropped and counted, and so is a negative one unless {@link
 * #negatives()} says otherwise.
 *
 * <p>On the wire: an ExponentialHistogram (specification, "ExponentialHistogram").
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Histogram {

  /**
   * Metric name on the wire; by default the set's name, a dot, and the method's name less its verb.
   */
  String name() default "";

  /** Unit in UCUM, say {@code By}, {@code s}, {@code {message}}, or {@code 1}. */
  String unit();

  /** One sentence for the reader of a dashboard: the metric's description. */
  String brief();

  /** Buckets for positive values, and as many for negative ones; the more, the finer. */
  int maxBuckets() default 160;

  /** The finest scale: where a histogram starts before its values spread. */
  int maxScale() default 20;

  /** Keeps buckets for negative values, too. */
  boolean negatives() default false;
}
