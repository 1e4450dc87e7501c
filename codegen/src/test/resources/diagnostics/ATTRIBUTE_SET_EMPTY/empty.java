package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver() {} // ! attribute set Receiver: the record has no attribute: components=0; write a component for each attribute instead
