package gateway;

import io.numetry.schema.*;

interface Side {
  void addFrames(
      @Attribute("gateway.side")
          Thread.State side, // ! element side: @Attribute says nothing here: element=side; write it on an enum, an enum parameter of an instrument, or a component instead
      long count);
}
