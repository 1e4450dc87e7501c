package gateway;

import io.numetry.schema.AttributeAbsent;
import io.numetry.schema.AttributeValue;

/** What a receiver is for. */
public enum Role {
  PRIMARY,
  @AttributeValue("stand-by")
  STAND_BY,
  @AttributeAbsent
  NONE
}
