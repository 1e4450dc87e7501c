package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver(
    float[] thing) {} // ! attribute set Receiver: the type is none of an attribute's: type=float[]; write double[] instead
