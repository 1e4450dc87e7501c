package gateway;

import io.numetry.schema.*;

@Attribute("gateway.side")
class Side {} // ! element Side: @Attribute says nothing here: element=Side; write it on an enum, an enum parameter of an instrument, or a component instead
