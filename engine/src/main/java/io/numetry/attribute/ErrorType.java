package io.numetry.attribute;

import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in a few classes that every program knows, for use as an attribute of
 * measurements (semantic conventions, {@code error.type}). The text of an error is none of them: it
 * belongs in a log.
 */
@Attribute("error.type")
public enum ErrorType {
  /** No answer came in time. */
  TIMEOUT,

  /** Someone no longer wanted it. */
  CANCELLED,

  /** The other side could not be reached, or went away. */
  CONNECTION,

  /** The other side is not who it should be, or does not allow it. */
  AUTHENTICATION,

  /** Too much was asked for in a time. */
  RATE_LIMIT,

  /** What was asked for makes no sense, or cannot be done at all. */
  INVALID_REQUEST,

  /** The other side cannot do it at present. */
  UNAVAILABLE,

  /** Memory, disk or the like is used up. */
  RESOURCE_EXHAUSTED,

  /** Reading or writing failed in another way. */
  IO,

  /** None of these. */
  @AttributeValue("_OTHER")
  OTHER;

  /**
   * The class of an error, by its type and never by its text; what merely wraps another is looked
   * into. Does not allocate, and knows an answer for everything.
   */
  public static ErrorType of(@Nullable Throwable error) {
    return ErrorTypes.of(error);
  }
}
