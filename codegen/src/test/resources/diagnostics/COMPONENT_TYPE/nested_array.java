package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver(
    String[][] thing) {} // ! attribute set Receiver: the type is none of an attribute's: type=java.lang.String[][]; write String, a number, boolean, an enum, an array, or a record with @AttributeSet instead
