package gateway;

import io.numetry.schema.*;

class Gateway {
  @MetricSet(name = "gateway.receiver", brief = "Frames taken.")
  interface ReceiverMetrics {
    @Counter(unit = "{frame}", brief = "Frames.")
    void addFrames(Side side, long count);
  }

  private enum Side { // ! enum Gateway.Side: the type is out of the generated class's reach: private=Side; write it without private instead
    A
  }
}
