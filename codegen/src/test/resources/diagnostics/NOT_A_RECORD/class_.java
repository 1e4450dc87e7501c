package gateway;

import io.numetry.schema.*;

@AttributeSet
class Receiver {} // ! attribute set Receiver: an attribute set is a record: kind=class; write record Receiver instead
