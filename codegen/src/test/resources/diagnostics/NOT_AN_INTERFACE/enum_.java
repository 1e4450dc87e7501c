package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
enum ReceiverMetrics {} // ! metric set gateway.receiver: a metric set is an interface: kind=enum; write interface ReceiverMetrics instead
