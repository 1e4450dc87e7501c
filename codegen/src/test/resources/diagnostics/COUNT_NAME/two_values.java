package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics {
  @Mmsc(unit = "s", brief = "Frames.")
  void recordAge(
      long least,
      long most); // ? metric set gateway.receiver: what follows a distribution's value is how many equal values there are: parameter=most; write long count, or a method for each value, instead
}
