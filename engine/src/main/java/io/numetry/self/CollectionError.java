package io.numetry.self;

import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeAbsent;
import io.numetry.schema.AttributeValue;

/** What was wrong with a collection (semantic conventions, {@code error.type}). */
@Attribute("error.type")
public enum CollectionError {
  /** Nothing: the attribute is left out. */
  @AttributeAbsent
  NONE,

  /** A core that polls had not done so in time; its values come with the next collection. */
  TIMEOUT,

  /** Memory ran out; what was not drained comes with the next collection. */
  RESOURCE_EXHAUSTED,

  /** It broke off for another reason. */
  @AttributeValue("_OTHER")
  OTHER
}
