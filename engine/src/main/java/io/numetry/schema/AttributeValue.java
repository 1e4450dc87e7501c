package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an enum constant is as an attribute's value; without it, its name in lower case. A constant
 * that leaves the attribute out has {@link AttributeAbsent} instead.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface AttributeValue {

  /** The value on the wire. */
  String value();
}
