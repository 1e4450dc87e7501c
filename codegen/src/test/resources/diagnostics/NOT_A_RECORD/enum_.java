package gateway;

import io.numetry.schema.*;

@AttributeSet
enum Receiver { // ! attribute set Receiver: an attribute set is a record: kind=enum; write record Receiver instead
  A
}
