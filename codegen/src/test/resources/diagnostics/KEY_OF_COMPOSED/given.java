package gateway;

import io.numetry.schema.*;

@AttributeSet(prefix = "gateway")
record Receiver(
    @Attribute("gateway.other") // ! attribute set Receiver: an attribute set in another has keys of its own: key=gateway.other; write the component without @Attribute instead
        Other other) {}

@AttributeSet(prefix = "gateway")
record Other(String side) {}
