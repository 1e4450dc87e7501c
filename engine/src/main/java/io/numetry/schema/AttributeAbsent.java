package io.numetry.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The enum constant that leaves its attribute out: a point of a measurement with it does not have
 * the attribute's key. For attributes that are there only sometimes, such as {@code error.type},
 * which must not be set where nothing failed (semantic conventions, "Recording errors").
 *
 * <p>One constant of an enum may have it, and then has no {@link AttributeValue}. It is compiled in
 * like the others: a cell of its own, no branch in the recording call.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface AttributeAbsent {}
