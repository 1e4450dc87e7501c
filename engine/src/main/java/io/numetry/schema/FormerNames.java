package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names that a metric had before. While telemetry is told to, the metric is sent under these, too,
 * so that dashboards can follow a rename at their own time.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface FormerNames {

  /** Complete metric names. */
  String[] value();
}
