package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
@interface ReceiverMetrics {} // ! metric set gateway.receiver: a metric set is an interface: kind=@interface; write interface ReceiverMetrics instead
