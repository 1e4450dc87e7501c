package io.numetry.examples.features;

import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeAbsent;
import io.numetry.schema.AttributeValue;

// guide: enum
/** How an upload was encoded. */
@Attribute("shop.upload.encoding")
public enum Encoding {
  PLAIN,
  @AttributeValue("x-gzip") // without it the constant's name in lower case
  GZIP,
  @AttributeAbsent // a point with it does not have the attribute
  UNKNOWN
}
// guide: end
