package gateway;

import io.numetry.schema.*;

class Plain {
  @Gauge(unit = "{frame}", brief = "Frames.")
  void setFrames(long count) {} // ! type Plain: an instrument is a method of a metric set: method=setFrames; write @MetricSet(name = "...", brief = "...") on Plain, or no instrument annotation, instead
}
