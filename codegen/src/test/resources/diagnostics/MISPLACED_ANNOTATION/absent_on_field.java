package gateway;

import io.numetry.schema.*;

class Side {
  @AttributeAbsent
  int a; // ! element a: @AttributeAbsent says nothing here: element=a; write it on an enum constant instead
}
