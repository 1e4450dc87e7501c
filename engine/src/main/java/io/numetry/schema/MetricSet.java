package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as a metric set: instruments that one core writes together and that a snapshot
 * shows together.
 *
 * <p>Each method is one instrument's recording call. Its annotation ({@link Counter}, {@link
 * UpDownCounter}, {@link ObserveCounter}, {@link ObserveUpDownCounter}, {@link Gauge}, {@link
 * Mmsc}, {@link Histogram}, {@link ExplicitHistogram}) says what is recorded, the type of its value
 * parameter the value type, its name's verb must fit the instrument ({@code add}, {@code observe},
 * {@code set}, {@code record}). Enum parameters before the value are attributes of the measurement.
 * For an interface {@code ReceiverMetrics} the annotation processor writes the final class {@code
 * ReceiverMetricsSet}, which implements it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface MetricSet {

  /**
   * The set's name, lower case, dotted: {@code gateway.receiver}. The instrumentation scope on the
   * wire.
   */
  String name();

  /** One sentence on what the set measures. */
  String brief();

  /** {@link AttributeSet}s that say what is measured; given at each registration. */
  Class<?>[] entity() default {};

  /** {@link AttributeSet}s that tell this registration from others of the entity's. */
  Class<?>[] item() default {};
}
