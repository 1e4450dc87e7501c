package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver(
    java.util.Map<String, String> thing) {} // ! attribute set Receiver: the type is none of an attribute's: type=java.util.Map<java.lang.String,java.lang.String>; write Attributes instead
