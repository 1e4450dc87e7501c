package gateway;

import io.numetry.schema.*;

@AttributeSet(prefix = "gateway")
record Receiver(
    String side,
    @Attribute("gateway.side") // ! attribute set Receiver: the key is also that of side, and a point has each key once: key=gateway.side; write another key instead
        String other) {}
