package gateway;

import io.numetry.schema.Attribute;
import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.ObserveCounter;
import io.numetry.schema.ObserveUpDownCounter;
import io.numetry.schema.UpDownCounter;
import java.util.concurrent.TimeUnit;

@MetricSet(name = "gateway.dimensions", brief = "Measurements with attributes.")
public interface DimensionMetrics {

  /** Nested in the schema, and called like a type that the generated class imports. */
  enum ValueType {
    ORDER,
    QUOTE
  }

  @Counter(unit = "{request}", brief = "Requests done.")
  void addRequests(Outcome outcome, ValueType messageType, long requests);

  @UpDownCounter(unit = "{request}", brief = "Requests begun.")
  void addBegun(@Attribute("gateway.kind") ValueType kind, double change);

  @Counter(unit = "{other}", brief = "One cell in between.")
  void addOther(long others);

  @ObserveCounter(unit = "By", brief = "Bytes of the kernel's count.")
  void observeRead(Outcome outcome, long total);

  @ObserveUpDownCounter(unit = "By", brief = "Memory of the pool.")
  void observePool(Outcome outcome, double size);

  @Gauge(unit = "1", brief = "Level.")
  void setLevel(Outcome OUTCOME_CELL, double VALUE_CELL);

  @Mmsc(unit = "s", brief = "An enum of the JDK.")
  void recordWait(TimeUnit unit, double seconds);

  @Histogram(unit = "s", brief = "Time that a request with many attributes took.")
  void recordTimeThatARequestTook(
      @Attribute("gateway.request.outcome_of_the_request") Outcome outcomeOfTheRequest,
      @Attribute("gateway.request.type_of_the_request") ValueType typeOfTheRequest,
      @Attribute("gateway.request.type_of_the_answer") ValueType typeOfTheAnswer,
      double seconds,
      long count);
}
