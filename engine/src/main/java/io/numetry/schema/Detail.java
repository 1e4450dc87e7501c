package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The level of detail that an instrument, or all instruments of a set, belong to; {@link
 * DetailLevel#NORMAL} without it. Processes that record less pay nothing for what is left out.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Detail {
  DetailLevel value();
}
