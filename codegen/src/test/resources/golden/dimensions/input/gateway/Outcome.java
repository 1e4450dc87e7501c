package gateway;

import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeValue;

/** Its key goes with it wherever it is used. */
@Attribute("gateway.outcome")
public enum Outcome {
  SUCCESS,
  FAILURE,
  @AttributeValue("given-up")
  GIVEN_UP
}
