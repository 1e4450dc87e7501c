package gateway;

import io.numetry.schema.AttributeAbsent;
import io.numetry.schema.AttributeValue;

enum Role {
  PRIMARY,
  @AttributeValue("stand-by")
  STAND_BY,
  @AttributeAbsent
  ONE_THAT_NOBODY_HAS_GIVEN_TO_ANYBODY_YET
}
