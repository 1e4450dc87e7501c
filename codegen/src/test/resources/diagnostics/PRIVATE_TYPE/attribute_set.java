package gateway;

import io.numetry.schema.*;

class Gateway {
  @AttributeSet
  private record Side(String name) {} // ! attribute set Gateway.Side: the type is out of the generated class's reach: private=Side; write it without private instead
}
