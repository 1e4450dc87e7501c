package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver(
    java.util.List<String> thing) {} // ! attribute set Receiver: the type is none of an attribute's: type=java.util.List<java.lang.String>; write an array instead
