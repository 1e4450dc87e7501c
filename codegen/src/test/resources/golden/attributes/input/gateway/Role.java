package gateway;

import io.numetry.schema.AttributeValue;

enum Role {
  PRIMARY,
  @AttributeValue("stand-by")
  STAND_BY
}
