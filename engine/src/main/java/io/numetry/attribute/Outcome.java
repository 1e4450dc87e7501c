package io.numetry.attribute;

import io.numetry.schema.Attribute;

/** How something ended, for use as an attribute of measurements. */
@Attribute("outcome")
public enum Outcome {
  /** It was done. */
  SUCCESS,

  /** It was tried, and failed; {@link ErrorType} says how. */
  FAILURE,

  /** It was not tried: there was no room, no permission or no time for it. */
  REFUSED
}
