package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What users of a metric, or of all metrics of a set, may rely on; {@link
 * StabilityLevel#DEVELOPMENT} without it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Stability {
  StabilityLevel value();
}
