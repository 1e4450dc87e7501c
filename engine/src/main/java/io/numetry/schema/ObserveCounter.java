package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sum that only grows and that something else keeps: {@code @ObserveCounter(...) void
 * observeBytesIn(long total)}. Each call tells the whole sum, and replaces what was told before.
 * The parameter is a {@code long} or a {@code double}; a negative or non-finite one is dropped and
 * counted. A total below the one before it means that its keeper began again at zero.
 *
 * <p>On the wire: a monotonic Sum; cores that observe the same series are added up.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface ObserveCounter {

  /**
   * Metric name on the wire; by default the set's name, a dot, and the method's name less its verb.
   */
  String name() default "";

  /** Unit in UCUM, say {@code By}, {@code s}, {@code {message}}, or {@code 1}. */
  String unit();

  /** One sentence for the reader of a dashboard: the metric's description. */
  String brief();
}
