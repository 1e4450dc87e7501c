package gateway;

import io.numetry.schema.*;

@AttributeSet(prefix = "gatewayReceiver") // ! attribute set Receiver: the prefix is not lower-case words joined by dots: prefix=gatewayReceiver; write gateway_receiver instead
record Receiver(String name) {}
