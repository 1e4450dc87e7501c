package gateway;

import io.numetry.schema.*;

class Side {
  @AttributeValue("a")
  int a; // ! element a: @AttributeValue says nothing here: element=a; write it on an enum constant instead
}
