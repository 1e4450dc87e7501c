package gateway;

import io.numetry.schema.*;

interface Plain {
  @Counter(unit = "{frame}", brief = "Frames.")
  void addFrames(long count); // ! type Plain: an instrument is a method of a metric set: method=addFrames; write @MetricSet(name = "...", brief = "...") on Plain, or no instrument annotation, instead
}
