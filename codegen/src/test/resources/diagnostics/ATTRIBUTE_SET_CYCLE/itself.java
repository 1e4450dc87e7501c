package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver(
    String name,
    Receiver next) {} // ! attribute set Receiver: an attribute set is no part of itself: type=gateway.Receiver; write next without it instead
