package gateway;

import io.numetry.schema.*;

@AttributeSet
record Receiver(
    String zoneName,
    @Attribute("other")
        String zone_name) {} // ! attribute set Receiver: the component's words are those of zoneName: component=zone_name; write other words instead
