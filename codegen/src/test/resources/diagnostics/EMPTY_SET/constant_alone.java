package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics { // ! metric set gateway.receiver: the interface has no instrument: methods=0; write @Counter(unit = "{message}", brief = "...") void addReceived(long count) or the like instead
  String NOTHING = "nothing";
}
