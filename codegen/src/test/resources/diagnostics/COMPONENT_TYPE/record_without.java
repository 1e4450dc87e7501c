package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver(
    Other thing) {} // ! attribute set Receiver: the type is none of an attribute's: type=gateway.Other; write String, a number, boolean, an enum, an array, or a record with @AttributeSet instead

record Other(String name) {}
