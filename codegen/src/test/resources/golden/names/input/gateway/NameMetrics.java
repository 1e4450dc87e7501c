package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;

/** Names that need care: acronyms, digits, constants of the generated class, names given. */
@MetricSet(name = NameMetrics.SET, brief = "Names.")
public interface NameMetrics {
  String SET = "gateway.names";

  @Counter(unit = "{thing}", brief = "An acronym first.")
  void addHTTPRequests(long requests);

  @Counter(unit = "{thing}", brief = "An acronym last.")
  void addBytesIO(long bytes);

  @Mmsc(unit = "s", brief = "A digit.")
  void recordP99Latency(double seconds);

  @Counter(unit = "{thing}", brief = "A constant that the class has, too.")
  void addDescriptor(long descriptors);

  @Gauge(unit = "1", brief = "Another one.")
  void setType(long type);

  @Gauge(unit = "1", brief = "A parameter that is called like an offset.")
  void setTheta(long TYPE_CELL);

  @Gauge(name = "other.place", unit = "1", brief = "A name given, out of the set's.")
  void setMoved(long value);

  @Gauge(name = SET + ".cafe", unit = "1", brief = "Beyond ASCII.")
  void setCafé(long cups);
}
