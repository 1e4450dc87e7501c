package gateway;

import io.numetry.schema.*;

class Gateway {
  @AttributeSet
  record Side(Name name) {}

  private enum Name { // ! enum Gateway.Name: the type is out of the generated class's reach: private=Name; write it without private instead
    A
  }
}
