package gateway;

import io.numetry.schema.*;

class Side {
  @FormerNames("a")
  void add() {} // ! element add: @FormerNames says nothing here: element=add; write it on an instrument of a metric set instead
}
