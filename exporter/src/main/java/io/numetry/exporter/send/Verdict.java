package io.numetry.exporter.send;

import org.jspecify.annotations.Nullable;

/** What an attempt to deliver a frame came to. */
public sealed interface Verdict {

  /**
   * The destination has the frame; it may have rejected some of its points.
   *
   * @param message what it says about it, or null
   */
  record Accepted(long rejectedPoints, @Nullable String message, ResponseStatus status)
      implements Verdict {}

  /**
   * The frame will never be accepted.
   *
   * @param message what the destination says about it, or empty
   */
  record Refused(Cause cause, String message) implements Verdict {}

  /**
   * The frame may be accepted later.
   *
   * @param afterNanos not before that time has passed, as the destination asks; 0 if it does not
   */
  record Later(Cause cause, long afterNanos) implements Verdict {}

  /**
   * The frame may be accepted later by a destination that is short of something: the waits grow
   * from the one that it asks for.
   *
   * @param delayNanos not before that time has passed
   */
  record Throttled(Cause cause, long delayNanos) implements Verdict {}
}
