package gateway;

import io.numetry.schema.*;

class Receiver {
  @MetricSet(name = "gateway.receiver", brief = "Frames taken.")
  private interface Metrics { // ! metric set gateway.receiver: the interface is out of the generated class's reach: private=Metrics; write it without private instead
    @Counter(unit = "{frame}", brief = "Frames.")
    void addFrames(long count);
  }
}
