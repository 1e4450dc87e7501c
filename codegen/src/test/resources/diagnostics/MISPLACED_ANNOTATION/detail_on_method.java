package gateway;

import io.numetry.schema.*;

class Side {
  @Detail(DetailLevel.BASIC)
  void add() {} // ! element add: @Detail says nothing here: element=add; write it on an instrument of a metric set, or on the set instead
}
