package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver(
    char thing) {} // ! attribute set Receiver: the type is none of an attribute's: type=char; write String instead
