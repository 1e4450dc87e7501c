package gateway;

import io.numetry.schema.*;

record Side(
    @Attribute("gateway.side")
        String name) {} // ! element name: @Attribute says nothing here: element=name; write it on an enum, an enum parameter of an instrument, or a component instead
