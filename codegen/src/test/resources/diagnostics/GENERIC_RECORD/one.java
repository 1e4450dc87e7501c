package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver<T>(String name) {} // ! attribute set Receiver: an attribute set has no type parameters: typeParameters=T; write record Receiver instead
