package gateway;

import io.numetry.schema.*;

@Stability(StabilityLevel.STABLE)
class Side {} // ! element Side: @Stability says nothing here: element=Side; write it on an instrument of a metric set, or on the set instead
