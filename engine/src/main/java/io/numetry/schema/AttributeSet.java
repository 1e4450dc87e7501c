package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as attributes that are given together when a metric set is registered: each
 * component is one attribute. A component whose type is an attribute set itself stands for all the
 * attributes of that set.
 *
 * <p>Components are {@code String}, {@code boolean}, integers, floating-point numbers, enums,
 * arrays of the first four, {@code byte[]}, and {@code Attributes} for a map. A component that is
 * null leaves its attribute out.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface AttributeSet {

  /** Put before the keys of components that do not name theirs, with a dot between. */
  String prefix() default "";
}
