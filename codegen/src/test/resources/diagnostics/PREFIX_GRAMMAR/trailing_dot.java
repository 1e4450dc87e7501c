package gateway;

import io.numetry.schema.*;

@AttributeSet(prefix = "gateway.") // ! attribute set Receiver: the prefix is not lower-case words joined by dots: prefix=gateway.; write one such as gateway.receiver instead
record Receiver(String name) {}
