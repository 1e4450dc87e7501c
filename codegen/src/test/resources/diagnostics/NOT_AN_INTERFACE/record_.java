package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
record ReceiverMetrics() {} // ! metric set gateway.receiver: a metric set is an interface: kind=record; write interface ReceiverMetrics instead
