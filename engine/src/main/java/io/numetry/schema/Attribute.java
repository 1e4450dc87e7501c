package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the attribute that an enum parameter of a recording method, or a component of an {@link
 * AttributeSet}, stands for. On an enum it names the attribute wherever the enum is used and
 * nothing else is said. Without it the key is the parameter's or component's name in snake case.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Attribute {

  /** The key on the wire, lower case, dotted: {@code error.type}. */
  String value();
}
