package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The last value wins: {@code @Gauge(...) void setQueueDepth(long depth)}. The parameter is a
 * {@code long} or a {@code double}; a non-finite one is dropped and counted. Zero is a value; a
 * gauge that was never set is silent.
 *
 * <p>On the wire: a Gauge.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Gauge {

  /**
   * Metric name on the wire; by default the set's name, a dot, and the method's name less its verb.
   */
  String name() default "";

  /** Unit in UCUM, say {@code By}, {@code s}, {@code {message}}, or {@code 1}. */
  String unit();

  /** One sentence for the reader of a dashboard: the metric's description. */
  String brief();
}
