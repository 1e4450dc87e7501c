package gateway;

import io.numetry.schema.*;

class Receiver {
  private static class Middle {
    @MetricSet(name = "gateway.receiver", brief = "Frames taken.")
    public interface Metrics { // ! metric set gateway.receiver: the interface is out of the generated class's reach: private=Middle; write it without private instead
      @Counter(unit = "{frame}", brief = "Frames.")
      void addFrames(long count);
    }
  }
}
